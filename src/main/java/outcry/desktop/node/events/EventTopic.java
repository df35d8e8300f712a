package outcry.desktop.node.events;

import java.util.EnumSet;
import java.util.Set;
import outcry.group.Observation;
import outcry.group.Observation.Kind;

/** What the event list can be limited to. */
public enum EventTopic {
    ALL("All", EnumSet.allOf(Kind.class)),
    ELECTION(
            "Election",
            EnumSet.of(
                    Kind.ROLE,
                    Kind.LEADER,
                    Kind.TERM,
                    Kind.VOTE,
                    Kind.ROUND,
                    Kind.REPORT,
                    Kind.TOKEN,
                    Kind.CHOSEN,
                    Kind.CANVASS,
                    Kind.HAND_OVER)),
    MEMBERS(
            "Members",
            EnumSet.of(
                    Kind.FOUNDED,
                    Kind.DISSOLVED,
                    Kind.VIEW,
                    Kind.SETTINGS,
                    Kind.SUSPECTED,
                    Kind.CRASHED,
                    Kind.LIVE,
                    Kind.JOINING,
                    Kind.SYNCING,
                    Kind.JOINED,
                    Kind.LEFT,
                    Kind.CUT_OFF,
                    Kind.CONFLICT,
                    Kind.CONTINUED,
                    Kind.LINK)),
    DATA(
            "Data",
            EnumSet.of(
                    Kind.GAP,
                    Kind.RETRANSMIT,
                    Kind.TRUNCATED,
                    Kind.MULTICAST,
                    Kind.DIGEST,
                    Kind.CLOCK_JUMP,
                    Kind.JOURNAL,
                    Kind.FAULT));

    private final String label;
    private final Set<Kind> kinds;

    EventTopic(String label, Set<Kind> kinds) {
        this.label = label;
        this.kinds = kinds;
    }

    public String label() {
        return label;
    }

    boolean includes(Observation observation) {
        return kinds.contains(observation.kind());
    }
}
