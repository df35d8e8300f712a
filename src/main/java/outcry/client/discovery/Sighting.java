package outcry.client.discovery;

import java.net.InetAddress;

/**
 * What a node said of itself in a HELLO, reduced to what a trader needs.
 *
 * @param address where the HELLO came from, so where the node can be reached
 * @param probePort UDP port that answers probes
 * @param traderPort TCP port of the traders' door
 * @param standing how fit it is to serve traders
 * @param term the latest it knows of
 * @param voters size of the group's view, 0 when the node does not know it
 * @param traders connected to it
 */
public record Sighting(
        long id,
        String name,
        int incarnation,
        InetAddress address,
        int probePort,
        int traderPort,
        Standing standing,
        long term,
        int voters,
        int traders) {

    /** How fit a node is to serve traders. */
    public enum Standing {
        LEADER,
        FOLLOWER,
        /** A voter without a leader: serves once one is elected. */
        ELECTING,
        /** Searching, joining or leaving: not to be used. */
        UNFIT;

        /** Whether traders may choose it. */
        public boolean isEligible() {
            return this == LEADER || this == FOLLOWER;
        }
    }
}
