package outcry.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** Finds ports of this computer that nobody uses. */
public final class FreePorts {
    private static final int TRIES = 50;
    private static final int PORT_MAX = 65_535;

    private FreePorts() {}

    /**
     * A UDP port that is free on loopback together with its successor: one for discovery, one for
     * multicast. Another program may take them before they are used; that is rare.
     */
    public static int neighbours() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port;
            try (DatagramSocket socket = new DatagramSocket(loopback(0))) {
                port = socket.getLocalPort();
            }
            if (port < PORT_MAX && isFree(port + 1)) {
                return port;
            }
        }
        throw new IOException("no two neighbouring UDP ports are free on this computer");
    }

    private static boolean isFree(int port) {
        try (DatagramSocket socket = new DatagramSocket(loopback(port))) {
            return socket.isBound();
        } catch (SocketException e) {
            return false; // Somebody else's.
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
