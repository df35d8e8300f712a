package outcry.group.log;

import java.util.List;
import outcry.group.ElectionPolicy;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Timing;

/** What the log says about the group itself, as of the entry at {@code index}. */
public record Configuration(long index, MembershipView view, ElectionPolicy policy, Timing timing) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Of a group without voters, before any entry. */
    public static Configuration first(ElectionPolicy policy, Timing timing) {
        return new Configuration(0, new MembershipView(0, List.of()), policy, timing);
    }

    /**
     * A number for this very configuration, the same on all members that have it (FNV-1a of its
     * index and view).
     */
    public long identity() {
        long hash = mix(mix(FNV_OFFSET, index), view.viewId());
        for (NodeInfo voter : view.voters()) {
            hash = mix(hash, voter.id());
            hash = mix(hash, (long) voter.birth() << 32 | voter.incarnation());
        }
        return hash;
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ (value >>> shift & 0xff)) * FNV_PRIME;
        }
        return mixed;
    }

    Configuration withView(long newIndex, MembershipView newView) {
        return new Configuration(newIndex, newView, policy, timing);
    }

    Configuration withSettings(long newIndex, ElectionPolicy newPolicy, Timing newTiming) {
        return new Configuration(newIndex, view, newPolicy, newTiming);
    }
}
