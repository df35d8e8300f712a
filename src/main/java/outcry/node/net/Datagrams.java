package outcry.node.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.util.List;
import org.tinylog.Logger;
import outcry.base.Interfaces;
import outcry.group.Channel;
import outcry.wire.seal.DatagramLayout;
import outcry.wire.seal.DatagramSealer;
import outcry.wire.seal.Stream;

/**
 * A node's datagrams, over three sockets: a receiver on the discovery port that all programs of
 * this computer share, a port of its own for everything that is sent and for what is meant for this
 * node alone, and a receiver of the group's multicasts.
 *
 * <p>Interfaces come and go: when a send fails, the interface is chosen anew and the multicast
 * receiver reopened, at most once a second. Node's thread.
 */
final class Datagrams implements Closeable {
    /** Hears each datagram; {@code bytes} are only valid during the call. */
    interface Receiver {
        void onDatagram(Channel channel, InetSocketAddress from, byte[] bytes, int length);
    }

    private static final int DATAGRAM_BYTES_MAX = 9_216;

    /** What an IPv4 datagram holds beside all headers. */
    private static final int MESSAGE_BYTES_MAX = 65_507 - DatagramLayout.HEADER_BYTES;

    private static final int PER_TURN = 256;

    /** Greetings are text and cost more to read; nothing urgent comes by this port. */
    private static final int GREETINGS_PER_TURN = 32;

    private static final long DRAIN_NANOS_MAX = 100_000_000L;
    private static final long REPAIR_INTERVAL_NANOS = 1_000_000_000L;
    private static final long REVIEW_INTERVAL_NANOS = 30_000_000_000L;

    private final NetworkConfig config;
    private final Selector selector;
    private final Faults faults;
    private final InetSocketAddress multicastTo;
    private final DatagramChannel unicast;
    private final DatagramChannel discovery;
    private final int port;
    private final ByteBuffer receiving = ByteBuffer.allocateDirect(DATAGRAM_BYTES_MAX);
    private final ByteBuffer sending = ByteBuffer.allocateDirect(1 << 16);
    private final byte[] received = new byte[DATAGRAM_BYTES_MAX];
    private DatagramChannel multicast;
    private List<Interfaces.Usable> interfaces;

    /** Read by other threads too. */
    private volatile Interfaces.Usable chosen;

    /** Null in an open group. */
    private DatagramSealer sealer;

    private boolean needsRepair;
    private long reviewAtNanos;

    Datagrams(NetworkConfig config, Selector selector, Faults faults) throws IOException {
        this.config = config;
        this.selector = selector;
        this.faults = faults;
        multicastTo =
                new InetSocketAddress(
                        Addresses.multicast(config.group()), config.discoveryPort() + 1);
        interfaces = Interfaces.usable(config.networkInterface());
        chosen = interfaces.get(0);
        unicast = DatagramSockets.openUnicast(selector, config.bindAddress(chosen));
        try {
            discovery = DatagramSockets.openDiscovery(selector, config.discoveryPort());
        } catch (IOException e) {
            unicast.close();
            throw e;
        }
        try {
            port = ((InetSocketAddress) unicast.getLocalAddress()).getPort();
            openMulticast();
        } catch (IOException e) {
            close();
            throw e;
        }
        reviewAtNanos = System.nanoTime() + REVIEW_INTERVAL_NANOS;
    }

    /** Everything sent from now on is sealed (G33). */
    void sealWith(DatagramSealer newSealer) {
        sealer = newSealer;
    }

    /** The port of this node alone. */
    int port() {
        return port;
    }

    /** The interface that carries multicasts, and whose address this node announces. */
    Interfaces.Usable chosen() {
        return chosen;
    }

    /** Such as "239.77.1.2:17701 on eth0". */
    String multicastName() {
        return multicastTo.getAddress().getHostAddress()
                + ":"
                + multicastTo.getPort()
                + " on "
                + chosen.name();
    }

    /**
     * Passes on what has arrived, a bounded number of each socket, so that a flood on one starves
     * neither the others nor timers and links (G34). After a pause of this process everything is
     * passed on, unless that takes too long.
     *
     * @return false when more may be waiting
     */
    boolean receive(boolean afterPause, Receiver receiver) {
        long beganAtNanos = System.nanoTime();
        boolean drained;
        do {
            drained = receive(unicast, Channel.DATAGRAM, PER_TURN, receiver);
            drained &= receive(multicast, Channel.MULTICAST, PER_TURN, receiver);
            drained &= receive(discovery, Channel.BROADCAST, GREETINGS_PER_TURN, receiver);
        } while (afterPause && !drained && System.nanoTime() - beganAtNanos < DRAIN_NANOS_MAX);
        return drained;
    }

    /** Sends; a datagram that cannot be sent is lost, like any other. */
    void send(InetSocketAddress to, byte[] bytes) {
        try {
            write(Stream.UNICAST, to, bytes);
        } catch (IOException e) {
            faults.add(Faults.Kind.SEND_FAILED, () -> "to " + to + ": " + e.getMessage());
        }
    }

    void multicast(byte[] bytes) {
        try {
            write(Stream.MULTICAST, multicastTo, bytes);
        } catch (IOException e) {
            needsRepair = true;
            faults.add(Faults.Kind.SEND_FAILED, () -> multicastName() + ": " + e.getMessage());
        }
    }

    /** Broadcasts to the discovery port of every usable interface's network. */
    void broadcast(byte[] bytes) {
        for (Interfaces.Usable usable : interfaces) {
            if (usable.broadcast() == null) {
                continue; // Point to point, named by the user: reached by --join only.
            }
            try {
                write(
                        Stream.BROADCAST,
                        new InetSocketAddress(usable.broadcast(), config.discoveryPort()),
                        bytes);
            } catch (IOException e) {
                needsRepair = true;
                faults.add(
                        Faults.Kind.SEND_FAILED,
                        () -> usable.broadcast().getHostAddress() + ": " + e.getMessage());
            }
        }
    }

    /** Whether a datagram from there was sent by this node itself. */
    boolean isOwn(InetSocketAddress from) {
        if (from.getPort() != port) {
            return false;
        }
        for (Interfaces.Usable usable : interfaces) {
            if (usable.address().equals(from.getAddress())) {
                return true;
            }
        }
        return false;
    }

    /** Repairs what failed, and looks for new interfaces, each at its own pace. */
    void tick(long nowNanos) {
        // Loopback that nobody asked for means that the network is away, perhaps not for long.
        boolean isStranded = chosen.isLoopback() && config.networkInterface().isEmpty();
        long dueAtNanos =
                needsRepair || isStranded
                        ? reviewAtNanos - REVIEW_INTERVAL_NANOS + REPAIR_INTERVAL_NANOS
                        : reviewAtNanos;
        if (nowNanos - dueAtNanos >= 0) {
            reviewAtNanos = nowNanos + REVIEW_INTERVAL_NANOS;
            review();
        }
    }

    @Override
    public void close() {
        close(unicast);
        close(discovery);
        close(multicast);
    }

    private void review() {
        try {
            interfaces = Interfaces.usable(config.networkInterface());
            Interfaces.Usable best = interfaces.get(0);
            boolean vanished = interfaces.stream().noneMatch(this::isChosen);
            if (needsRepair || vanished || chosen.isLoopback() && !best.isLoopback()) {
                Logger.info("multicast moves from {} to {}", multicastName(), best.name());
                chosen = best;
                close(multicast);
                openMulticast();
            }
            needsRepair = false;
        } catch (IOException e) {
            needsRepair = true;
            faults.add(Faults.Kind.SEND_FAILED, e::getMessage);
        }
    }

    private boolean isChosen(Interfaces.Usable usable) {
        return usable.name().equals(chosen.name()) && usable.address().equals(chosen.address());
    }

    private void openMulticast() throws IOException {
        DatagramSockets.sendMulticastsOn(unicast, chosen);
        multicast =
                DatagramSockets.openMulticast(
                        selector,
                        multicastTo.getPort(),
                        multicastTo.getAddress(),
                        chosen.networkInterface());
    }

    private boolean receive(
            DatagramChannel socket, Channel channel, int countMax, Receiver receiver) {
        try {
            for (int i = 0; i < countMax; i++) {
                receiving.clear();
                InetSocketAddress from = (InetSocketAddress) socket.receive(receiving);
                if (from == null) {
                    return true;
                }
                InetAddress host = from.getAddress();
                if (chosen.isLoopback() && !host.isLoopbackAddress() && !isLocal(host)) {
                    continue; // The shared port hears the network too; this node is not for it.
                }
                int length = receiving.flip().remaining();
                receiving.get(received, 0, length);
                receiver.onDatagram(channel, from, received, length);
            }
            return false;
        } catch (IOException e) {
            needsRepair = true;
            faults.add(Faults.Kind.SEND_FAILED, () -> "receiving: " + e.getMessage());
            return true;
        }
    }

    private boolean isLocal(InetAddress host) {
        return host.equals(chosen.address());
    }

    private void write(Stream stream, InetSocketAddress to, byte[] bytes) throws IOException {
        if (bytes.length > MESSAGE_BYTES_MAX) {
            throw new IOException("a message of " + bytes.length + " bytes is no datagram");
        }
        sending.clear();
        if (sealer == null) {
            sending.put(bytes);
        } else {
            sealer.seal(stream, bytes, sending);
        }
        sending.flip();
        // Zero bytes written means a full buffer: the datagram is lost, and asked for again.
        unicast.send(sending, to);
    }

    private static void close(DatagramChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            Logger.debug("closing a datagram socket: {}", e.getMessage());
        }
    }
}
