package outcry.node;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.GroupStatus;
import outcry.group.MemberStatus;
import outcry.group.Role;

/**
 * A picture of one node.
 *
 * @param running false after a crash or leave
 * @param traders connected to this node's door
 * @param applied requests applied since the start
 * @param multicast address and port in words, such as "239.77.1.2:17701 on eth0"
 * @param keyed whether the group has a key (G33); else it is open to everybody on its network
 * @param faults how often others sent what cannot be right, by kind ("malformed-datagram",
 *     "unsealed", "forged", "replayed", …); kinds that never happened are left out
 * @param warning what should not stay as it is though all works: what it means and what to do; else
 *     empty
 */
public record NodeStatus(
        GroupStatus group,
        boolean running,
        int traders,
        long applied,
        String multicast,
        boolean keyed,
        Map<String, Long> faults,
        String warning) {

    public NodeStatus {
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /**
     * A member's role as scripts and traders are told it: one node leads at most, and what a
     * crashed one was last is no role.
     */
    public static Role roleOf(MemberStatus member, GroupStatus group) {
        boolean leads = group.leader() != null && group.leader().id() == member.node().id();
        return member.role() == Role.LEADER && !leads ? Role.FOLLOWER : member.role();
    }

    /** Of a node of an open group to which nobody sent anything wrong. */
    public NodeStatus(
            GroupStatus group, boolean running, int traders, long applied, String multicast) {
        this(group, running, traders, applied, multicast, false, Map.of(), "");
    }
}
