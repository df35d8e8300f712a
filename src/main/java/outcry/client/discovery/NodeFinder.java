package outcry.client.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.Collection;
import java.util.Set;

/**
 * Finds the nodes of the exchange and keeps their round trips measured; or holds the one node the
 * user named. Owned by the client loop's thread, except where told.
 */
public final class NodeFinder implements DiscoveryPort.Listener, AutoCloseable {
    private static final long ASK_NANOS = 200_000_000L;
    private static final long ASK_SETTLED_NANOS = 5_000_000_000L;
    private static final long ASK_JOINING_NANOS = 1_000_000_000L;

    private final KnownNodes nodes;
    private final String group;
    private final boolean joining;
    private DiscoveryPort port;
    private long nextAskNanos;

    private NodeFinder(String group, boolean fixed, boolean joining) {
        this.group = group;
        this.joining = joining;
        nodes = new KnownNodes(fixed);
        nextAskNanos = System.nanoTime();
    }

    /**
     * Finds nodes by broadcast, or by asking the addresses to join.
     *
     * @throws IOException with a sentence that says what would help, when no socket can be had
     */
    public static NodeFinder searching(Selector selector, Search search) throws IOException {
        NodeFinder finder = new NodeFinder(search.group(), false, !search.join().isEmpty());
        finder.port = DiscoveryPort.open(selector, search, finder);
        return finder;
    }

    /**
     * Uses one trader port and no other.
     *
     * @param name what to call the node until it has said its name
     */
    public static NodeFinder fixed(String name, InetSocketAddress connect) {
        NodeFinder finder = new NodeFinder("", true, false);
        Sighting given =
                new Sighting(
                        0,
                        name,
                        0,
                        connect.getAddress(),
                        0,
                        connect.getPort(),
                        Sighting.Standing.FOLLOWER,
                        0,
                        0,
                        0);
        finder.nodes.seen(given, System.nanoTime());
        return finder;
    }

    /** The nodes known, and the choice among them. */
    public KnownNodes nodes() {
        return nodes;
    }

    /** The name of the exchange looked for; empty when the user named the node. */
    public String group() {
        return group;
    }

    /** Whether the user named the one node to use. */
    public boolean isFixed() {
        return port == null;
    }

    /** Where is searched, for people. */
    public String searchedPlaces() {
        return port == null ? "" : port.searchedPlaces();
    }

    /** Why the exchange is heard and does not count, in words; empty when that is not so. */
    public String keyTrouble() {
        return port == null ? "" : port.keyTrouble();
    }

    /** Names of other exchanges heard. */
    public Set<String> otherGroups() {
        return port == null ? Set.of() : port.otherGroups();
    }

    /**
     * Asks, probes and forgets what is due.
     *
     * @param inUse nodes that serve somebody, not to be forgotten
     * @param settled nobody waits for a node
     */
    public void tick(long nowNanos, Collection<KnownNode> inUse, boolean settled) {
        if (port != null) {
            ask(nowNanos, settled);
            probe(nowNanos);
            nodes.forgetSilent(nowNanos, inUse);
        }
    }

    private void ask(long nowNanos, boolean settled) {
        if (nowNanos - nextAskNanos < 0) {
            return;
        }
        // Nodes that are asked one by one are heard of only by their answers, so go on asking.
        long settledNanos = joining ? ASK_JOINING_NANOS : ASK_SETTLED_NANOS;
        nextAskNanos = nowNanos + (settled && !nodes.all().isEmpty() ? settledNanos : ASK_NANOS);
        port.askForLeader();
    }

    private void probe(long nowNanos) {
        for (KnownNode node : nodes.all()) {
            if (node.roundTrips().isProbeDue(nowNanos)) {
                // The clock is read again: what was done before this is no part of the round trip.
                long sentNanos = System.nanoTime();
                node.roundTrips().probeSent(sentNanos);
                port.ping(node.probeAddress(), sentNanos);
            }
        }
    }

    /** A node is in doubt: fresh probes to all tell whether it is the node or this computer. */
    public void probeAllNow(long nowNanos) {
        nodes.all().forEach(node -> node.roundTrips().probeNow(nowNanos));
    }

    @Override
    public void onSighting(Sighting sighting) {
        nodes.seen(sighting, System.nanoTime());
    }

    @Override
    public void onPong(InetSocketAddress from, long sentNanos) {
        long nowNanos = System.nanoTime();
        for (KnownNode node : nodes.all()) {
            if (node.probeAddress().equals(from)) {
                node.roundTrips().answered(sentNanos, nowNanos);
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (port != null) {
            port.close();
        }
    }
}
