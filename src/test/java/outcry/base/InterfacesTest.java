package outcry.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which interfaces are used, on the odd machines that real laboratories have. */
class InterfacesTest {
    private static final Interfaces.Candidate LO =
            new Interfaces.Candidate(
                    null, "lo", true, true, false, false, ip("127.0.0.1"), 8, null);
    private static final Interfaces.Candidate ETH0 = lan("eth0", "192.168.1.23", "192.168.1.255");
    private static final Interfaces.Candidate WLAN0 = lan("wlan0", "10.0.0.7", "10.0.0.255");
    private static final Interfaces.Candidate DOCKER0 =
            lan("docker0", "172.17.0.1", "172.17.255.255");
    private static final Interfaces.Candidate ETH1_UNPLUGGED =
            new Interfaces.Candidate(
                    null, "eth1", false, false, false, true, ip("10.9.0.1"), 24, ip("10.9.0.255"));
    private static final Interfaces.Candidate TUN0 =
            new Interfaces.Candidate(
                    null, "tun0", true, false, true, true, ip("10.8.0.2"), 32, null);
    private static final Interfaces.Candidate ALIAS =
            new Interfaces.Candidate(
                    null, "eth0", true, false, false, true, ip("192.168.5.9"), 20, ip("0.0.0.0"));

    @Test
    void everyRunningLanInterfaceIsUsedTheDefaultRoutesFirst() throws IOException {
        List<Interfaces.Usable> usable =
                Interfaces.choose(
                        "",
                        List.of(DOCKER0, ALIAS, TUN0, ETH1_UNPLUGGED, WLAN0, ETH0, LO),
                        ETH0.address());
        assertEquals(List.of("192.168.1.23", "172.17.0.1", "10.0.0.7"), addresses(usable));
    }

    @Test
    void withoutANetworkLoopbackIsUsedWithItsBroadcast() throws IOException {
        List<Interfaces.Usable> usable =
                Interfaces.choose("", List.of(ETH1_UNPLUGGED, TUN0, LO), null);
        assertEquals(List.of("127.0.0.1"), addresses(usable));
        assertEquals(ip("127.255.255.255"), usable.get(0).broadcast());
        assertTrue(usable.get(0).isLoopback());
    }

    @Test
    void anInterfaceIsNamedByNameAddressOrNetwork() throws IOException {
        List<Interfaces.Candidate> all = List.of(ETH0, WLAN0, LO);
        for (String choice : List.of("wlan0", "10.0.0.7", "10.0.0.0/24", "10.0.0.0/8")) {
            assertEquals(
                    List.of("10.0.0.7"), addresses(Interfaces.choose(choice, all, null)), choice);
        }
    }

    @Test
    void loMeansLoopbackWhateverThePlatformCallsIt() throws IOException {
        Interfaces.Candidate lo0 =
                new Interfaces.Candidate(
                        null, "lo0", true, true, false, true, ip("127.0.0.1"), 8, null);
        assertEquals(
                List.of("127.0.0.1"), addresses(Interfaces.choose("lo", List.of(ETH0, lo0), null)));
    }

    @Test
    void anAliasWithoutBroadcastGetsTheOneOfItsNetwork() throws IOException {
        List<Interfaces.Usable> usable = Interfaces.choose("192.168.5.9", List.of(ALIAS), null);
        assertEquals(ip("192.168.15.255"), usable.get(0).broadcast());
    }

    @Test
    void aNamedPointToPointInterfaceHasNoBroadcast() throws IOException {
        assertNull(Interfaces.choose("tun0", List.of(TUN0), null).get(0).broadcast());
    }

    @Test
    void anInterfaceReachesItsOwnNetworkOnly() throws IOException {
        Interfaces.Usable eth0 = Interfaces.choose("eth0", List.of(ETH0), null).get(0);
        assertTrue(eth0.reaches(ip("192.168.1.200")));
        assertFalse(eth0.reaches(ip("192.168.2.200")));
        Interfaces.Usable lo = Interfaces.choose("lo", List.of(LO), null).get(0);
        assertTrue(lo.reaches(ip("127.3.2.1")));
        assertFalse(lo.reaches(eth0.address()));
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatThereIs() {
        IOException error =
                assertThrows(
                        IOException.class,
                        () -> Interfaces.choose("eth1", List.of(ETH1_UNPLUGGED, ETH0), null));
        assertTrue(error.getMessage().contains("'eth1'"), error.getMessage());
        assertTrue(error.getMessage().contains("eth0 192.168.1.23"), error.getMessage());
        assertTrue(error.getMessage().contains("10.9.0.1 (down)"), error.getMessage());
    }

    @Test
    void aMistypedNetworkIsExplained() {
        for (String choice : List.of("10.0.0/24", "10.0.0.0/33", "a.b.c.d/8", "10.0.0.256/8")) {
            IOException error =
                    assertThrows(
                            IOException.class,
                            () -> Interfaces.choose(choice, List.of(ETH0), null));
            assertTrue(error.getMessage().contains("192.168.1.0/24"), error.getMessage());
        }
    }

    @Test
    void withEverythingDownTheReasonIsSaid() {
        IOException error =
                assertThrows(IOException.class, () -> Interfaces.choose("", List.of(), null));
        assertTrue(error.getMessage().contains("no network interface is up"), error.getMessage());
    }

    @Test
    void thisComputersLoopbackIsFound() throws IOException {
        Interfaces.Usable lo = Interfaces.usable("lo").get(0);
        assertEquals(ip("127.0.0.1"), lo.address());
        assertEquals(ip("127.255.255.255"), lo.broadcast());
        assertTrue(lo.networkInterface().getName().startsWith("lo"), lo.name());
    }

    private static Interfaces.Candidate lan(String name, String address, String broadcast) {
        return new Interfaces.Candidate(
                null, name, true, false, false, true, ip(address), 24, ip(broadcast));
    }

    private static List<String> addresses(List<Interfaces.Usable> usable) {
        return usable.stream().map(each -> each.address().getHostAddress()).toList();
    }

    private static Inet4Address ip(String literal) {
        try {
            return (Inet4Address) InetAddress.getByName(literal);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
