package outcry.base;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * This computer's network interfaces as nodes and traders use them: with an IPv4 address and the
 * directed broadcast address of its network.
 *
 * <p>What there is changes while a program runs (a cable, DHCP, sleep): ask again when a send
 * fails. Stateless; any thread. Never blocks on a name server.
 */
public final class Interfaces {
    /** The broadcast address of the loopback network; the system reports none for it. */
    private static final String LOOPBACK_BROADCAST = "127.255.255.255";

    private Interfaces() {}

    /**
     * One usable interface with one of its addresses.
     *
     * @param prefixLength bits of the address that name its network, 0 to 32
     * @param broadcast directed broadcast address of its network; null for an interface named by
     *     the user that has none (point to point): reach its peers by {@code --join}
     */
    public record Usable(
            NetworkInterface networkInterface,
            Inet4Address address,
            int prefixLength,
            Inet4Address broadcast) {

        /** Whether {@code other} is an address of this interface's network. */
        public boolean reaches(InetAddress other) {
            return other instanceof Inet4Address there && sameNetwork(address, there, prefixLength);
        }

        /** The interface's name, such as {@code eth0}. */
        public String name() {
            return networkInterface.getName();
        }

        public boolean isLoopback() {
            return address.isLoopbackAddress();
        }
    }

    /** What the system says of one address of one interface; the choice is made from these. */
    record Candidate(
            NetworkInterface networkInterface,
            String name,
            boolean up,
            boolean loopback,
            boolean pointToPoint,
            boolean multicast,
            Inet4Address address,
            int prefixLength,
            Inet4Address broadcast) {

        /** What may be used without being named: a running LAN interface with a broadcast. */
        boolean isOrdinary() {
            return up && multicast && !loopback && !pointToPoint && hasBroadcast();
        }

        boolean hasBroadcast() {
            // An alias address may report 0.0.0.0 instead of nothing.
            return broadcast != null && !broadcast.isAnyLocalAddress();
        }

        Usable toUsable() {
            return new Usable(networkInterface, address, prefixLength, usableBroadcast());
        }

        private Inet4Address usableBroadcast() {
            if (loopback) {
                return literal(LOOPBACK_BROADCAST);
            }
            if (hasBroadcast()) {
                return broadcast;
            }
            return pointToPoint ? null : computedBroadcast();
        }

        private Inet4Address computedBroadcast() {
            if (prefixLength < 1 || prefixLength > 30) {
                return null; // A network of one or two addresses has no broadcast address.
            }
            int hostBits = -1 >>> prefixLength;
            byte[] bytes = address.getAddress();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] |= (byte) (hostBits >>> 24 - 8 * i);
            }
            return ofBytes(bytes);
        }
    }

    /**
     * The interfaces to use, the best first; never empty.
     *
     * @param choice empty for every running LAN interface, the one of the default route first, or
     *     loopback when there is none; else an interface's name ({@code lo} means loopback on every
     *     platform), one of its IPv4 addresses, or a network such as {@code 192.168.1.0/24}
     * @throws IOException with a sentence that names what there is, when nothing fits
     */
    public static List<Usable> usable(String choice) throws IOException {
        return choose(choice, candidates(), choice.isEmpty() ? defaultRouteAddress() : null);
    }

    /** A dotted IPv4 address, or null when the text is none; asks no name server. */
    public static Inet4Address literal(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("\\d{1,3}") || Integer.parseInt(parts[i]) > 255) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return ofBytes(bytes);
    }

    /**
     * The choice itself.
     *
     * @param preferred the default route's own address, or null
     */
    static List<Usable> choose(String choice, List<Candidate> candidates, InetAddress preferred)
            throws IOException {
        List<Usable> chosen =
                choice.isEmpty()
                        ? ordinary(candidates, preferred)
                        : named(choice.trim(), candidates);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        throw new IOException(
                (choice.isEmpty()
                                ? "no network interface is up, not even loopback"
                                : "no running interface has the name, address or network '"
                                        + choice
                                        + "'")
                        + "; there is: "
                        + describe(candidates));
    }

    private static List<Usable> ordinary(List<Candidate> candidates, InetAddress preferred) {
        List<Usable> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.isOrdinary()) {
                boolean first = candidate.address().equals(preferred);
                chosen.add(first ? 0 : chosen.size(), candidate.toUsable());
            }
        }
        return chosen.isEmpty() ? loopback(candidates) : chosen;
    }

    private static List<Usable> named(String choice, List<Candidate> candidates)
            throws IOException {
        List<Usable> chosen = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean fits =
                    choice.equals(candidate.name())
                            || choice.equals(candidate.address().getHostAddress())
                            || choice.indexOf('/') > 0 && isInNetwork(candidate.address(), choice);
            if (candidate.up() && fits) {
                chosen.add(candidate.toUsable());
            }
        }
        return chosen.isEmpty() && choice.equals("lo") ? loopback(candidates) : chosen;
    }

    private static List<Usable> loopback(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.up() && candidate.loopback())
                .map(Candidate::toUsable)
                .limit(1)
                .toList();
    }

    private static boolean isInNetwork(Inet4Address address, String network) throws IOException {
        int slash = network.indexOf('/');
        Inet4Address base = literal(network.substring(0, slash));
        String length = network.substring(slash + 1);
        if (base == null || !length.matches("\\d{1,2}") || Integer.parseInt(length) > 32) {
            throw new IOException(
                    "'" + network + "' is not a network; one looks like 192.168.1.0/24");
        }
        return sameNetwork(address, base, Integer.parseInt(length));
    }

    private static boolean sameNetwork(Inet4Address one, Inet4Address other, int prefixLength) {
        int mask = prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
        return (toInt(one) & mask) == (toInt(other) & mask);
    }

    private static String describe(List<Candidate> candidates) {
        List<String> words = new ArrayList<>();
        for (Candidate candidate : candidates) {
            words.add(
                    candidate.name()
                            + " "
                            + candidate.address().getHostAddress()
                            + (candidate.up() ? "" : " (down)"));
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (NetworkInterface networkInterface : systemInterfaces()) {
            try {
                addCandidates(networkInterface, candidates);
            } catch (SocketException e) {
                continue; // It vanished between being listed and being asked.
            }
        }
        return candidates;
    }

    private static List<NetworkInterface> systemInterfaces() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces());
        } catch (SocketException e) {
            return List.of(); // What the JDK says when every interface is down, loopback too.
        }
    }

    private static void addCandidates(NetworkInterface networkInterface, List<Candidate> candidates)
            throws SocketException {
        for (InterfaceAddress bound : networkInterface.getInterfaceAddresses()) {
            if (bound != null && bound.getAddress() instanceof Inet4Address address) {
                candidates.add(
                        new Candidate(
                                networkInterface,
                                networkInterface.getName(),
                                networkInterface.isUp(),
                                networkInterface.isLoopback(),
                                networkInterface.isPointToPoint(),
                                networkInterface.supportsMulticast(),
                                address,
                                bound.getNetworkPrefixLength(),
                                bound.getBroadcast() instanceof Inet4Address broadcast
                                        ? broadcast
                                        : null));
            }
        }
    }

    /**
     * The own address towards a distant network, found by connecting a datagram socket, which sends
     * nothing; null without a default route.
     */
    private static InetAddress defaultRouteAddress() {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            // 198.51.100.0/24 is set aside for documentation: nobody's address.
            channel.connect(new InetSocketAddress("198.51.100.1", 9));
            return channel.getLocalAddress() instanceof InetSocketAddress local
                    ? local.getAddress()
                    : null;
        } catch (IOException e) {
            return null; // "Network is unreachable": there is no default route to prefer.
        }
    }

    private static Inet4Address ofBytes(byte[] bytes) {
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static int toInt(Inet4Address address) {
        return new ByteReader(address.getAddress()).getInt();
    }
}
