package outcry.node.net;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a node says HELLO to one by one, where broadcasts do not get through (G6): the addresses it
 * was given by {@code --join}, and those that other nodes' HELLOs named. Bounded; what is not named
 * again is forgotten. Node's thread.
 */
final class Neighbours {
    private static final int LEARNED_MAX = 64;
    private static final long LIFETIME_NANOS = 30_000_000_000L;

    private final List<InetSocketAddress> given;
    private final Map<InetSocketAddress, Long> learnedAtNanos = new LinkedHashMap<>();

    Neighbours(List<InetSocketAddress> given) {
        this.given = List.copyOf(given);
    }

    /** Whether this node speaks to given addresses instead of broadcasting. */
    boolean isInUse() {
        return !given.isEmpty();
    }

    /** Learns an address; more than the bound are not kept. */
    void learn(InetSocketAddress address, long nowNanos) {
        if (learnedAtNanos.size() < LEARNED_MAX || learnedAtNanos.containsKey(address)) {
            learnedAtNanos.put(address, nowNanos);
        }
    }

    /** Everybody to say HELLO to now. */
    List<InetSocketAddress> all(long nowNanos) {
        learnedAtNanos.values().removeIf(atNanos -> nowNanos - atNanos > LIFETIME_NANOS);
        List<InetSocketAddress> all = new ArrayList<>(given);
        for (InetSocketAddress address : learnedAtNanos.keySet()) {
            if (!all.contains(address)) {
                all.add(address);
            }
        }
        return all;
    }
}
