package outcry.client.model;

import java.util.List;
import outcry.wire.trader.ServerMessage;

/** The members of the group as the serving node sees them. */
public final class MembersModel {
    private static final ServerMessage.Members NONE =
            new ServerMessage.Members(0, "", 0, 0, 0, "", 0, "", List.of());

    private ServerMessage.Members latest = NONE;

    /**
     * Takes in a message of the feed; others than lists of members are ignored.
     *
     * @return whether anything changed
     */
    public boolean onFeed(ServerMessage message) {
        if (message instanceof ServerMessage.Members members) {
            boolean changed = !members.equals(latest);
            latest = members;
            return changed;
        }
        return false;
    }

    /** The latest list; an empty one before the first. */
    public ServerMessage.Members members() {
        return latest;
    }

    /** Voters of the view. */
    public int voters() {
        return (int) latest.members().stream().filter(ServerMessage.Member::voter).count();
    }

    /** Voters that are live, as the serving node sees them. */
    public int liveVoters() {
        return (int)
                latest.members().stream()
                        .filter(member -> member.voter() && member.state().equals("live"))
                        .count();
    }
}
