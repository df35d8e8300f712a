package outcry.desktop.node.face;

import java.util.Locale;
import outcry.desktop.parts.Glyph;
import outcry.group.GroupStatus;
import outcry.group.MemberState;
import outcry.group.MemberStatus;
import outcry.group.Role;

/** What a node is at the moment, in the one word, glyph and colour that stand for it everywhere. */
public enum RoleFace {
    STARTING(Glyph.CONNECTING),
    SEARCHING(Glyph.SEARCHING),
    LEARNER(Glyph.JOIN),
    FOLLOWER(Glyph.FOLLOWER),
    /** Stands for election. */
    CANDIDATE(Glyph.ELECTING),
    /** Knows no leader and waits for an election's outcome. */
    ELECTING(Glyph.ELECTING),
    LEADER(Glyph.CROWN),
    CUT_OFF(Glyph.CUT_OFF),
    /** Silent for longer than the suspicion time, as another node sees it. */
    SUSPECTED(Glyph.WARNING),
    /** Has not reported for a while. */
    FROZEN(Glyph.FROZEN),
    LEAVING(Glyph.LEAVE),
    LEFT(Glyph.LEAVE),
    CRASHED(Glyph.CLOSE),
    FAILED(Glyph.ALARM);

    private final Glyph glyph;

    RoleFace(Glyph glyph) {
        this.glyph = glyph;
    }

    public Glyph glyph() {
        return glyph;
    }

    /** The word, in capitals as on the strip. */
    public String word() {
        return name().replace('_', ' ');
    }

    /** Style class of whatever carries the role's colour: {@code role-leader}, … */
    public String styleClass() {
        return "role-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The face of the node that made this status. */
    public static RoleFace of(GroupStatus status) {
        if (self(status).state() == MemberState.CUT_OFF) {
            return CUT_OFF;
        }
        RoleFace face = of(status.role());
        return face == FOLLOWER && !status.hasLeader() ? ELECTING : face;
    }

    /** The face of a member as another node sees it: a crashed leader is crashed. */
    public static RoleFace of(MemberStatus member) {
        return switch (member.state()) {
            case CRASHED -> CRASHED;
            case LEFT -> LEFT;
            case CUT_OFF -> CUT_OFF;
            case PAUSED -> FROZEN;
            case STARTING -> STARTING;
            case JOINING, SYNCING -> LEARNER;
            case SUSPECTED -> SUSPECTED;
            case LIVE -> of(member.role());
        };
    }

    /** The face of a role by itself. */
    public static RoleFace of(Role role) {
        return switch (role) {
            case SEARCHING -> SEARCHING;
            case LEARNER -> LEARNER;
            case FOLLOWER -> FOLLOWER;
            case CANDIDATE -> CANDIDATE;
            case LEADER -> LEADER;
            case LEFT -> LEFT;
        };
    }

    private static MemberStatus self(GroupStatus status) {
        for (MemberStatus member : status.members()) {
            if (member.node().id() == status.self().id()) {
                return member;
            }
        }
        return new MemberStatus(status.self(), false, status.role(), MemberState.LIVE, "", 0, 0, 0);
    }
}
