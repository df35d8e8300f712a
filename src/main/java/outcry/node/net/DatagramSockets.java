package outcry.node.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import outcry.base.Interfaces;

/** Opens the three kinds of datagram channels with their options. */
final class DatagramSockets {
    /** The default of many systems loses a fifth of a busy leader's datagrams. */
    private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private DatagramSockets() {}

    /** Receives what is broadcast to the shared discovery port; never sends. */
    static DatagramChannel openDiscovery(Selector selector, int port) throws IOException {
        // Only a socket bound to the wildcard address hears broadcasts.
        return openShared(selector, port);
    }

    /** Sends and receives from a port of its own; sends broadcasts and multicasts too. */
    static DatagramChannel openUnicast(Selector selector, InetAddress address) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(address, 0));
            register(channel, selector);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException("no UDP port could be had: " + e.getMessage(), e);
        }
    }

    /** Receives what is multicast to {@code group} on one interface; never sends. */
    static DatagramChannel openMulticast(
            Selector selector, int port, InetAddress group, NetworkInterface on)
            throws IOException {
        DatagramChannel channel = openShared(selector, port);
        try {
            channel.join(group, on);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    "interface "
                            + on.getName()
                            + " cannot join multicast group "
                            + group.getHostAddress()
                            + " ("
                            + e.getMessage()
                            + "); name another with --interface",
                    e);
        }
    }

    /** Directs a sending channel's multicasts; on loopback they never leave the computer. */
    static void sendMulticastsOn(DatagramChannel channel, Interfaces.Usable on) throws IOException {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, on.networkInterface());
        channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, on.isLoopback() ? 0 : 1);
    }

    private static DatagramChannel openShared(Selector selector, int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(new InetSocketAddress(wildcard(), port));
            register(channel, selector);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    "UDP port "
                            + port
                            + " cannot be had ("
                            + e.getMessage()
                            + "); another program holds it alone: choose another with"
                            + " --discovery-port, the same on all computers",
                    e);
        }
    }

    private static void register(DatagramChannel channel, Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    private static Inet4Address wildcard() {
        return (Inet4Address) new InetSocketAddress("0.0.0.0", 0).getAddress();
    }
}
