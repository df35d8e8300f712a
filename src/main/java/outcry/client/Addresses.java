package outcry.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads {@code host:port} as users write it. */
final class Addresses {
    private static final int PORT_MAX = 65_535;

    private Addresses() {}

    /**
     * Looks the host up, which may take a while: never on the loop's thread.
     *
     * @throws IOException with a sentence that says what would be right
     */
    static InetSocketAddress resolve(String hostPort) throws IOException {
        int colon = hostPort.lastIndexOf(':');
        String port = hostPort.substring(colon + 1);
        if (colon <= 0 || !port.matches("\\d{1,5}") || !isPort(Integer.parseInt(port))) {
            throw new IOException(
                    "'" + hostPort + "' is not an address; one looks like 192.168.1.23:17700");
        }
        String host = hostPort.substring(0, colon);
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw new IOException(
                    "no computer is called '" + host + "'; its numeric address would do", e);
        }
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= PORT_MAX;
    }
}
