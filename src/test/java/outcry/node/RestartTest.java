package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcry.group.ElectionPolicy;
import outcry.group.Role;
import outcry.market.Command;

/** G25, G28, G30: what is on disk comes back, and what is damaged does not. */
class RestartTest {
    private static final int REQUESTS = 60;
    private static final long SESSION = 77;
    private static final List<String> NAMES = List.of("n1", "n2", "n3");
    private static final String JOURNAL = "journal-test";
    private static final String FIRST_SEGMENT = "000000000001.log";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Durability.class,
            names = {"DISK", "PROCESS"})
    void g25_theWholeGroupKilledAtOnceComesBackWithAllData(Durability durability)
            throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, durability)) {
            startAll(group);
            trade(group, 1, REQUESTS);
            long digest = digest(group);
            long generation = leader(group).status().group().generation();
            killAll(group);

            startAll(group);
            assertEquals(generation, leader(group).status().group().generation());
            awaitDigest(group, digest);
            for (Node node : group.running()) {
                assertEquals(2, node.info().incarnation());
                assertEquals(1, node.info().birth(), "its log began in its first run");
            }
            // The session is there as well: a repeated request gets its first answer.
            trade(group, REQUESTS, REQUESTS + 1);
        }
    }

    @Test
    void g32_nodesGoOnFromCheckpointsOfDifferentAges() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.LCR, Durability.DISK)) {
            startAll(group);
            trade(group, 1, REQUESTS);
            long digest = digest(group);
            killAll(group);
            Checkpoints.add(folder.resolve("n1").resolve(JOURNAL), 30);
            Checkpoints.add(folder.resolve("n2").resolve(JOURNAL), REQUESTS);

            startAll(group);
            awaitDigest(group, digest);
            assertTrue(group.saw("n1", "a checkpoint holds the first 30"));
            trade(group, REQUESTS, REQUESTS + 1);
        }
    }

    @Test
    void g31_aNodeWhoseDiskRefusesStopsAndSaysSo() throws IOException {
        Path spare = folder.resolve("n1").resolve(JOURNAL).resolve("spare");
        Files.createDirectories(spare.resolve("in the way"));
        List<String> problems = new CopyOnWriteArrayList<>();
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            Node node =
                    Node.start(
                            group.config("n1"),
                            new NodeObserver() {
                                @Override
                                public void onFailure(String problem) {
                                    problems.add(problem);
                                }
                            });
            node.closed().join();
            assertEquals(1, problems.size(), problems.toString());
            assertTrue(problems.get(0).contains("the journal cannot be written"));
        }
    }

    @Test
    void g30_aMinorityThatLostItsFolderGetsEverythingAnew() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.LCR, Durability.DISK)) {
            startAll(group);
            trade(group, 1, REQUESTS);
            long digest = digest(group);
            killAll(group);
            delete(folder.resolve("n2"));

            group.start("n1");
            group.start("n3");
            group.await(() -> leads(group), "two of three lead");
            group.start("n2");
            group.awaitGroup(3);
            group.awaitEqualDigests();
            awaitDigest(group, digest);
            trade(group, REQUESTS, REQUESTS + 1);
        }
    }

    @Test
    void g30_aDamagedJournalIsNeverServed() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            startAll(group);
            trade(group, 1, REQUESTS);
            killAll(group);
            Path journal = folder.resolve("n3").resolve(JOURNAL);
            byte[] bytes = Files.readAllBytes(journal.resolve(FIRST_SEGMENT));
            bytes[200] ^= 4;
            Files.write(journal.resolve(FIRST_SEGMENT), bytes);

            startAll(group);
            assertTrue(group.saw("n3", FIRST_SEGMENT + " is damaged at byte"));
            assertEquals(2, group.node("n3").info().birth(), "it is a new voter");
            assertTrue(Files.exists(journal.resolve("damaged-" + FIRST_SEGMENT)));
            group.awaitEqualDigests();
            trade(group, REQUESTS, REQUESTS + 1);
        }
    }

    @Test
    void g25_aNodeAloneComesBackAloneAndLeads() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            group.start("n1");
            group.awaitGroup(1);
            trade(group, 1, REQUESTS);
            long digest = digest(group);
            group.crash(group.node("n1"));
            group.start("n1");
            group.awaitGroup(1);
            awaitDigest(group, digest);
            trade(group, REQUESTS, REQUESTS + 1);
        }
    }

    @Test
    void g25_aRestartedNodeWaitsForAMajorityOfItsLastView() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            startAll(group);
            trade(group, 1, REQUESTS);
            killAll(group);
            Node alone = group.start("n1");
            group.await(
                    () -> alone.status().group().explanation().contains("hears 1 of 3"),
                    "it says what it waits for");
            assertEquals(Role.CANDIDATE, alone.status().group().role());
            group.start("n2");
            group.await(() -> leads(group), "two of three lead");
        }
    }

    @Test
    void g16_afterARollingRestartTheLastOfTwoGoesOnAtOnce() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            group.start("n1");
            group.start("n2");
            group.awaitGroup(2);
            trade(group, 1, REQUESTS);
            int number = REQUESTS;
            for (String name : List.of("n1", "n2", "n1", "n2")) {
                // Both show the view of two and trade by it: then either may lose the other.
                trade(group, number, ++number);
                group.crash(group.node(name));
                group.await(
                        () ->
                                leads(group)
                                        && leader(group).status().group().view().voters().size()
                                                == 1,
                        "the other goes on alone");
                group.start(name);
                group.awaitGroup(2);
            }
            trade(group, number, ++number);
            Node crashing = leader(group);
            group.crash(crashing);
            group.await(() -> leads(group), "the last one leads");
            assertNotEquals(crashing.info().id(), leader(group).info().id());
            trade(group, number, number + 1);
        }
    }

    @Test
    void aJournalOfALaterVersionIsRefusedInWords() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT, Durability.DISK)) {
            group.start("n1");
            group.awaitGroup(1);
            group.crash(group.node("n1"));
            Path state = folder.resolve("n1").resolve(JOURNAL).resolve("state");
            byte[] bytes = Files.readAllBytes(state);
            ByteBuffer head = ByteBuffer.wrap(bytes);
            head.putInt(8, 9);
            CRC32C crc = new CRC32C();
            crc.update(bytes, 0, 60);
            head.putInt(60, (int) crc.getValue());
            Files.write(state, bytes);
            IOException refused = assertThrows(IOException.class, () -> group.start("n1"));
            assertTrue(refused.getMessage().contains("format version 9"), refused.getMessage());
        }
    }

    private static void startAll(TestGroup group) throws IOException {
        for (String name : NAMES) {
            group.start(name);
        }
        group.awaitGroup(3);
        group.awaitEqualDigests();
    }

    private static void killAll(TestGroup group) {
        List<Node> running = group.running();
        running.forEach(Node::crash);
        running.forEach(group::crash);
    }

    private static boolean leads(TestGroup group) {
        return group.running().stream()
                .anyMatch(node -> node.status().group().role() == Role.LEADER);
    }

    /** Who leads; waits while the lead is handed over. */
    private static Node leader(TestGroup group) {
        List<Node> found = new ArrayList<>();
        group.await(
                () -> {
                    group.running().stream()
                            .filter(node -> node.status().group().role() == Role.LEADER)
                            .forEach(found::add);
                    return !found.isEmpty();
                },
                "somebody leads");
        return found.get(0);
    }

    private static long digest(TestGroup group) {
        group.awaitEqualDigests();
        return leader(group).status().group().digest();
    }

    /** Until every node has applied all that there was. */
    private static void awaitDigest(TestGroup group, long digest) {
        group.await(
                () ->
                        group.running().stream()
                                .allMatch(node -> node.status().group().digest() == digest),
                "the digest " + digest);
    }

    /** Deposits 1 per request; the balance each answer tells is the request's number. */
    private static void trade(TestGroup group, int first, int last) throws IOException {
        try (DoorTrader trader = new DoorTrader(leader(group).info().traderPort(), SESSION)) {
            assertTrue(trader.login("ann").ok());
            for (int number = first; number <= last; number++) {
                trader.submit(number, new Command.DepositCash("ann", 1));
            }
            trader.awaitAnswers(last - first + 1);
            for (int i = 0; i < trader.answers.size(); i++) {
                assertEquals(first + i, trader.answers.get(i).answer().detail());
            }
            // Pictures are taken now and then only.
            long index = trader.answers.get(trader.answers.size() - 1).answer().index();
            group.await(
                    () ->
                            group.running().stream()
                                    .allMatch(node -> node.status().group().digestIndex() >= index),
                    "everybody has applied " + index);
        }
        group.awaitEqualDigests();
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
