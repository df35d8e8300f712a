package outcry.client.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tinylog.Logger;
import outcry.base.Interfaces;
import outcry.base.MalformedException;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.Role;
import outcry.wire.GroupCodec;
import outcry.wire.HelloJson;
import outcry.wire.seal.DatagramLayout;
import outcry.wire.seal.DatagramOpener;
import outcry.wire.seal.DatagramOpener.Verdict;
import outcry.wire.seal.DatagramSealer;
import outcry.wire.seal.Stream;

/**
 * The datagrams of a trader's program: hears HELLOs, asks who is leader, sends probes (G4–G6, G8).
 * The only class here that knows the group's messages.
 *
 * <p>Two sockets: one on the shared discovery port, only to receive broadcasts, because a unicast
 * to a shared port reaches just one of its processes; and one on a port of its own for everything
 * sent and for all answers. With {@code --join} the shared port is left alone.
 *
 * <p>Owned by the client loop's thread.
 */
final class DiscoveryPort implements AutoCloseable {
    /** Hears what datagrams tell. */
    interface Listener {
        void onSighting(Sighting sighting);

        void onPong(InetSocketAddress from, long sentNanos);
    }

    /** No datagram of a node is larger: they fit an Ethernet frame. */
    private static final int DATAGRAM_BYTES_MAX = 2048;

    /** Datagrams taken at a time, so that a flood cannot keep the loop from its other work. */
    private static final int DATAGRAMS_PER_TURN = 256;

    private static final int OTHER_GROUPS_MAX = 8;
    private static final int NAMED_MAX = 64;
    private static final long KEY_TROUBLE_NANOS = 5_000_000_000L;

    private final Search search;
    private final Listener listener;
    private final DatagramChannel own;
    private final DatagramChannel shared;
    private final ByteBuffer input = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
    private final ByteBuffer output = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
    private final Set<String> otherGroups = new LinkedHashSet<>();

    /** Both null for an open group. */
    private final DatagramSealer sealer;

    private final DatagramOpener opener;

    /** Where nodes that answered say that others are; only with {@code --join}. */
    private final Set<InetSocketAddress> named = new LinkedHashSet<>();

    private List<Interfaces.Usable> interfaces;
    private long malformedCount;
    private long otherKeyNanos;
    private String otherKey = "";

    private DiscoveryPort(
            Search search, Listener listener, DatagramChannel own, DatagramChannel shared)
            throws IOException {
        this.search = search;
        this.listener = listener;
        this.own = own;
        this.shared = shared;
        this.interfaces = Interfaces.usable(search.networkInterface());
        boolean isOpen = search.key() == null;
        // Whoever this is, it is somebody else the next time: nothing has to be remembered.
        long id = new SecureRandom().nextLong();
        sealer = isOpen ? null : new DatagramSealer(search.key(), id, 0);
        opener = isOpen ? null : new DatagramOpener(search.key());
    }

    /**
     * Opens the sockets.
     *
     * @throws IOException with a sentence that says what would help
     */
    static DiscoveryPort open(Selector selector, Search search, Listener listener)
            throws IOException {
        DatagramChannel own = DatagramChannel.open(StandardProtocolFamily.INET);
        DatagramChannel shared = null;
        try {
            own.setOption(StandardSocketOptions.SO_BROADCAST, true);
            own.bind(new InetSocketAddress(0));
            shared = search.join().isEmpty() ? openShared(search.discoveryPort()) : null;
            DiscoveryPort port = new DiscoveryPort(search, listener, own, shared);
            port.register(selector, own);
            if (shared != null) {
                port.register(selector, shared);
            }
            return port;
        } catch (IOException | RuntimeException e) {
            own.close();
            if (shared != null) {
                shared.close();
            }
            throw e;
        }
    }

    private static DatagramChannel openShared(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            // Bound to an address instead of the wildcard it would not receive broadcasts.
            channel.bind(new InetSocketAddress(port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    "UDP port "
                            + port
                            + " cannot be shared ("
                            + e.getMessage()
                            + "): another program holds it; choose another with"
                            + " --discovery-port, the same for all nodes and traders",
                    e);
        }
    }

    private void register(Selector selector, DatagramChannel channel) throws IOException {
        channel.configureBlocking(false);
        Runnable handler = () -> receive(channel);
        channel.register(selector, SelectionKey.OP_READ, handler);
    }

    /**
     * Asks for the leader's HELLO on every interface; with addresses to join, asks these and whom
     * they named for a HELLO each.
     */
    void askForLeader() {
        boolean joining = !search.join().isEmpty();
        Envelope envelope = envelope(new Message.WhoIsLeader());
        byte[] question = HelloJson.encode(new HelloJson.Greeting(envelope, joining, List.of()));
        if (joining) {
            Set<InetSocketAddress> targets = new LinkedHashSet<>(search.join());
            targets.addAll(named);
            targets.forEach(address -> send(question, address));
            return;
        }
        try {
            // Looked up each time: cables, sleep and DHCP change what there is.
            interfaces = Interfaces.usable(search.networkInterface());
        } catch (IOException e) {
            Logger.debug("no interface to ask on: {}", e.getMessage());
            return;
        }
        for (Interfaces.Usable usable : interfaces) {
            if (usable.broadcast() != null) {
                send(question, new InetSocketAddress(usable.broadcast(), search.discoveryPort()));
            }
        }
    }

    /** Sends a probe that carries {@code nowNanos}. */
    void ping(InetSocketAddress node, long nowNanos) {
        send(GroupCodec.encode(envelope(new Message.Ping(nowNanos))), node);
    }

    /** Where is searched, for people: "eth0 192.168.1.23" or the addresses to join. */
    String searchedPlaces() {
        List<String> places = new ArrayList<>();
        for (InetSocketAddress address : search.join()) {
            places.add(address.getAddress().getHostAddress() + ":" + address.getPort());
        }
        if (search.join().isEmpty()) {
            for (Interfaces.Usable usable : interfaces) {
                places.add(usable.name() + " " + usable.address().getHostAddress());
            }
        }
        return String.join(", ", places);
    }

    /** Names of other groups heard, a few. */
    Set<String> otherGroups() {
        return otherGroups;
    }

    /**
     * That the group was heard lately but has a key and this program none, or the other way round;
     * empty when all is well.
     */
    String keyTrouble() {
        boolean isRecent = System.nanoTime() - otherKeyNanos < KEY_TROUBLE_NANOS;
        return isRecent ? otherKey : "";
    }

    private void send(byte[] bytes, InetSocketAddress target) {
        try {
            output.clear();
            if (sealer == null) {
                output.put(bytes);
            } else {
                sealer.seal(Stream.UNICAST, bytes, output);
            }
            own.send(output.flip(), target);
        } catch (IOException e) {
            // A network that is away just now; the next round asks again.
            Logger.debug("sending to {}: {}", target, e.getMessage());
        }
    }

    private Envelope envelope(Message message) {
        return new Envelope(search.group(), 0, 0, 0, 0, message);
    }

    private void receive(DatagramChannel channel) {
        try {
            for (int i = 0; i < DATAGRAMS_PER_TURN; i++) {
                input.clear();
                SocketAddress from = channel.receive(input);
                if (from == null) {
                    return;
                }
                if (from instanceof InetSocketAddress source && isWanted(source.getAddress())) {
                    receive(source);
                }
            }
        } catch (IOException e) {
            Logger.debug("receiving datagrams: {}", e.getMessage());
        }
    }

    /** Whether a datagram came by an interface that may be used. */
    private boolean isWanted(InetAddress source) {
        return search.networkInterface().isEmpty()
                || !search.join().isEmpty()
                || interfaces.stream().anyMatch(usable -> usable.reaches(source));
    }

    private void receive(InetSocketAddress from) {
        byte[] bytes = input.array();
        int length = input.position();
        boolean isSealed = DatagramLayout.isSealed(bytes, length);
        int offset = isSealed ? DatagramLayout.HEADER_BYTES : 0;
        try {
            Verdict verdict = opener == null ? openGroup(isSealed) : opener.open(bytes, length);
            if (verdict != Verdict.AUTHENTIC) {
                noteOtherKey(verdict, bytes, offset, length - offset);
                return;
            }
            receive(from, bytes, offset, length - offset);
        } catch (MalformedException e) {
            if (malformedCount++ == 0) {
                Logger.warn("a datagram from {} is none of an exchange: {}", from, e.getMessage());
            }
        }
    }

    private void receive(InetSocketAddress from, byte[] bytes, int offset, int length) {
        List<String> peers = List.of();
        Envelope envelope;
        if (HelloJson.isJson(bytes, offset, length)) {
            HelloJson.Greeting greeting = HelloJson.decode(bytes, offset, length);
            envelope = greeting.envelope();
            peers = greeting.peers();
        } else {
            envelope = GroupCodec.decode(search.group(), bytes, offset, length);
        }
        if (!envelope.group().equals(search.group())) {
            noteOtherGroup(envelope);
        } else if (envelope.message() instanceof Message.Hello hello) {
            listener.onSighting(sighting(hello, from.getAddress()));
            peers.forEach(this::learn);
        } else if (envelope.message() instanceof Message.Pong pong) {
            listener.onPong(from, pong.sentNanos());
        } // Everything else is for nodes.
    }

    /** Without a key, what is unsealed counts and what is sealed does not. */
    private static Verdict openGroup(boolean isSealed) {
        return isSealed ? Verdict.FORGED : Verdict.AUTHENTIC;
    }

    /** A HELLO that does not count because of the key, this program's or its sender's. */
    private void noteOtherKey(Verdict verdict, byte[] bytes, int offset, int length) {
        if (verdict == Verdict.REPLAYED || !HelloJson.isJson(bytes, offset, length)) {
            return;
        }
        Envelope envelope = HelloJson.decode(bytes, offset, length).envelope();
        if (!(envelope.message() instanceof Message.Hello)
                || !envelope.group().equals(search.group())) {
            return;
        }
        otherKeyNanos = System.nanoTime();
        String name = "The exchange '" + search.group() + "'";
        if (opener == null) {
            otherKey = name + " wants a key. Start with --key-file and the file its nodes have.";
        } else if (verdict == Verdict.FORGED) {
            otherKey =
                    name + " has another key. Start with --key-file and the file its nodes have.";
        } else {
            otherKey = name + " has no key. Start without --key-file, or its nodes with it.";
        }
    }

    /** A node said where another one is. */
    private void learn(String hostPort) {
        int colon = hostPort.lastIndexOf(':');
        String port = hostPort.substring(colon + 1);
        InetAddress host = Interfaces.literal(hostPort.substring(0, Math.max(0, colon)));
        if (host == null || !port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 0xFFFF) {
            throw new MalformedException("'" + hostPort + "' is no address and port of a node");
        }
        if (named.size() >= NAMED_MAX) {
            named.clear(); // Mostly nodes of the past; the others are named again.
        }
        named.add(new InetSocketAddress(host, Integer.parseInt(port)));
    }

    private void noteOtherGroup(Envelope envelope) {
        if (envelope.message() instanceof Message.Hello && otherGroups.size() < OTHER_GROUPS_MAX) {
            otherGroups.add(envelope.group());
        }
    }

    private static Sighting sighting(Message.Hello hello, InetAddress from) {
        return new Sighting(
                hello.node().id(),
                hello.node().name(),
                hello.node().incarnation(),
                from,
                hello.node().datagramPort(),
                hello.node().traderPort(),
                standing(hello.role()),
                hello.term(),
                hello.viewSize(),
                hello.traders());
    }

    private static Sighting.Standing standing(Role role) {
        return switch (role) {
            case LEADER -> Sighting.Standing.LEADER;
            case FOLLOWER -> Sighting.Standing.FOLLOWER;
            case CANDIDATE -> Sighting.Standing.ELECTING;
            case SEARCHING, LEARNER, LEFT -> Sighting.Standing.UNFIT;
        };
    }

    @Override
    public void close() throws IOException {
        own.close();
        if (shared != null) {
            shared.close();
        }
    }
}
