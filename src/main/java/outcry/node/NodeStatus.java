package outcry.node;

import outcry.group.GroupStatus;

/**
 * A picture of one node.
 *
 * @param running false after a crash or leave
 * @param traders connected to this node's door
 * @param applied requests applied since the start
 * @param multicast address and port in words, such as "239.77.1.2:17701 on eth0"
 */
public record NodeStatus(
        GroupStatus group, boolean running, int traders, long applied, String multicast) {}
