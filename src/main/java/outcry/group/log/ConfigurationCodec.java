package outcry.group.log;

import java.util.ArrayList;
import java.util.List;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Timing;

/** The bytes of VIEW and SETTINGS entries, and of the group's state in a checkpoint. */
public final class ConfigurationCodec {
    /** Voters a group may have: a view must fit into one datagram. */
    public static final int VOTERS_MAX = 9;

    private static final int NAME_BYTES_MAX = 64;

    private ConfigurationCodec() {}

    public static byte[] encodeView(MembershipView view) {
        ByteWriter out = new ByteWriter();
        putView(out, view);
        return out.toBytes();
    }

    public static MembershipView decodeView(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        MembershipView view = getView(in);
        in.expectEnd();
        return view;
    }

    /** The bytes of a SETTINGS entry. */
    public static byte[] encodeSettings(ElectionPolicy policy, Timing timing) {
        return new ByteWriter().put(policy.ordinal()).put(timing.ordinal()).toBytes();
    }

    /** The whole state of the group, for a checkpoint. */
    public static byte[] encode(Configuration configuration) {
        ByteWriter out = new ByteWriter();
        out.putLong(configuration.index());
        putView(out, configuration.view());
        out.put(configuration.policy().ordinal()).put(configuration.timing().ordinal());
        return out.toBytes();
    }

    public static Configuration decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        long index = in.getLong();
        MembershipView view = getView(in);
        Configuration configuration = new Configuration(index, view, getPolicy(in), getTiming(in));
        in.expectEnd();
        return configuration;
    }

    static ElectionPolicy getPolicy(ByteReader in) {
        int ordinal = in.get();
        if (ordinal >= ElectionPolicy.values().length) {
            throw new MalformedException("unknown election policy " + ordinal);
        }
        return ElectionPolicy.values()[ordinal];
    }

    static Timing getTiming(ByteReader in) {
        int ordinal = in.get();
        if (ordinal >= Timing.values().length) {
            throw new MalformedException("unknown timing " + ordinal);
        }
        return Timing.values()[ordinal];
    }

    /**
     * Looks whether a VIEW or SETTINGS entry can be read; commands are opaque here.
     *
     * @throws MalformedException when it cannot
     */
    public static void check(Entry entry) {
        switch (entry.kind()) {
            case VIEW -> decodeView(entry.payload());
            case SETTINGS -> {
                ByteReader in = new ByteReader(entry.payload());
                getPolicy(in);
                getTiming(in);
                in.expectEnd();
            }
            default -> {
                // What a command means is the application's to say.
            }
        }
    }

    private static void putView(ByteWriter out, MembershipView view) {
        out.putLong(view.viewId()).put(view.voters().size());
        for (NodeInfo voter : view.voters()) {
            out.putLong(voter.id())
                    .putString(voter.name())
                    .putInt(voter.incarnation())
                    .putInt(voter.birth())
                    .putString(voter.host())
                    .putShort(voter.linkPort())
                    .putShort(voter.datagramPort())
                    .putShort(voter.traderPort());
        }
    }

    private static MembershipView getView(ByteReader in) {
        long viewId = in.getLong();
        int count = in.get();
        if (viewId < 1 || count < 1 || count > VOTERS_MAX) {
            throw new MalformedException(
                    "a view of 1 to " + VOTERS_MAX + " voters expected, not " + count);
        }
        List<NodeInfo> voters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            voters.add(
                    new NodeInfo(
                            in.getLong(),
                            in.getString(NAME_BYTES_MAX),
                            in.getInt(),
                            in.getInt(),
                            in.getString(NAME_BYTES_MAX),
                            in.getShort(),
                            in.getShort(),
                            in.getShort()));
        }
        for (int i = 0; i < count; i++) {
            long id = voters.get(i).id();
            if (id == 0 || i > 0 && id <= voters.get(i - 1).id()) {
                throw new MalformedException("voters have ids, each its own, in order");
            }
        }
        return new MembershipView(viewId, voters);
    }
}
