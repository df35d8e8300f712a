package outcry.node.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Addresses as text. Stateless; any thread. */
final class Addresses {
    private static final int PORT_MAX = 65_535;
    private static final int PARTS = 4;
    private static final int OCTET_MAX = 255;

    private Addresses() {}

    /**
     * The multicast address of a group: 239.77.x.y, where x and y come from its name, so that
     * groups of different names rarely share one (and tell each other apart when they do).
     */
    static InetAddress multicast(String group) {
        CRC32 crc = new CRC32();
        crc.update(group.getBytes(StandardCharsets.UTF_8));
        int hash = (int) crc.getValue();
        return ofBytes(new byte[] {(byte) 239, 77, (byte) (hash >>> 8), (byte) hash});
    }

    /**
     * A numeric IPv4 address with a port; null when {@code host} is none. Never asks a name server:
     * hosts come from other programs' messages.
     */
    static InetSocketAddress numeric(String host, int port) {
        if (port < 1 || port > PORT_MAX) {
            return null;
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        byte[] bytes = new byte[PARTS];
        for (int i = 0; i < PARTS; i++) {
            int octet = octet(parts[i]);
            if (octet < 0) {
                return null;
            }
            bytes[i] = (byte) octet;
        }
        return new InetSocketAddress(ofBytes(bytes), port);
    }

    /** {@code host:port} with a numeric host; null when it is not that. */
    static InetSocketAddress numeric(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return colon < 0
                ? null
                : numeric(hostAndPort.substring(0, colon), port(hostAndPort.substring(colon + 1)));
    }

    /**
     * The addresses a user wrote as {@code host:port}; may ask a name server.
     *
     * @throws IOException with a sentence that names the wrong one
     */
    static List<InetSocketAddress> resolve(List<String> hostsAndPorts) throws IOException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String text : hostsAndPorts) {
            int colon = text.lastIndexOf(':');
            int port = colon < 1 ? -1 : port(text.substring(colon + 1));
            if (port < 1) {
                throw new IOException(
                        "'" + text + "' is not HOST:PORT; write a node as 192.168.1.20:17700");
            }
            addresses.add(new InetSocketAddress(host(text.substring(0, colon)), port));
        }
        return List.copyOf(addresses);
    }

    private static InetAddress host(String name) throws IOException {
        try {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                if (address instanceof Inet4Address) {
                    return address;
                }
            }
        } catch (UnknownHostException e) {
            throw new IOException("no computer is called '" + name + "' here: " + e.getMessage());
        }
        throw new IOException("'" + name + "' has no IPv4 address, which this program needs");
    }

    /** {@code host:port} with the numeric host. */
    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** The port a text means, or -1. */
    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            return -1;
        }
        int port = Integer.parseInt(text);
        return port <= PORT_MAX ? port : -1;
    }

    /** The number from 0 to 255 a text means, or -1. */
    private static int octet(String text) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value <= OCTET_MAX ? value : -1;
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }
}
