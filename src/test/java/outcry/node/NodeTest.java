package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.market.Command;
import outcry.wire.trader.ServerMessage;

/** Whole nodes over real sockets on loopback. */
class NodeTest {
    private static final int REQUESTS = 600;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ElectionPolicy.class)
    void g27_whenTheLeaderCrashesEveryRequestIsAnsweredOnce(ElectionPolicy policy)
            throws IOException {
        try (TestGroup group = new TestGroup(folder, policy)) {
            startThree(group);
            Node crashing = group.leader();
            try (DoorTrader trader = new DoorTrader(group.follower().info().traderPort(), 77)) {
                assertTrue(trader.login("ann").ok());
                submitDeposits(trader, 1, REQUESTS / 2);
                trader.awaitAnswers(REQUESTS / 4);
                submitDeposits(trader, REQUESTS / 2 + 1, REQUESTS);
                crashing.crash();
                trader.awaitAnswers(REQUESTS);
                assertAnsweredInOrder(trader.answers);
            }
            crashing.closed().join();
            assertFalse(crashing.status().running());
            group.awaitGroup(2);
            assertNotEquals(crashing.info().id(), group.leader().info().id());
            group.awaitEqualDigests();

            Node again = group.start(crashing.config().name());
            assertEquals(crashing.info().id(), again.info().id());
            assertEquals(2, again.info().incarnation());
            group.awaitGroup(3);
            group.awaitEqualDigests();
            try (DoorTrader trader = new DoorTrader(again.info().traderPort(), 78)) {
                assertTrue(trader.login("ann").ok());
                trader.submit(1, new Command.DepositCash("ann", 1));
                trader.awaitAnswers(1);
                assertEquals(REQUESTS + 1, trader.answers.get(0).answer().detail());
                ServerMessage.NodeState state = trader.askStatus();
                assertEquals("test", state.group());
                assertEquals(again.info().name(), state.node());
            }
        }
    }

    @Test
    void g10_aCrashedNodeRefusesConnectionsAndItsFolderIsFree() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            Node node = group.start("n1");
            group.awaitGroup(1);
            node.crash();
            node.closed().join();
            for (int port : List.of(node.info().linkPort(), node.info().traderPort())) {
                assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
            }
            assertEquals(2, group.start("n1").info().incarnation());
        }
    }

    @Test
    void g23_aLeavingLeaderHandsOverAndTheOthersGoOn() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            startThree(group);
            Node leaving = group.leader();
            leaving.leave().join();
            assertFalse(leaving.status().running());
            group.awaitGroup(2);
            assertNotEquals(leaving.info().id(), group.leader().info().id());
        }
    }

    @Test
    void g9_aLeaderThatStoodStillFindsANewOneAndFollows() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            startThree(group);
            Node frozen = group.leader();
            frozen.freeze(Duration.ofSeconds(4));
            group.await(
                    () ->
                            group.running().stream()
                                    .filter(node -> node != frozen)
                                    .map(node -> node.status().group().leader())
                                    .allMatch(
                                            leader ->
                                                    leader != null
                                                            && leader.id() != frozen.info().id()),
                    "the others have a leader of their own");
            group.awaitGroup(3);
            group.awaitEqualDigests();
        }
    }

    @Test
    void anOperatorChangesTheSettingsAtAnyNode() throws IOException {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            startThree(group);
            Node follower = group.follower();
            // False while a hand-over is under way: then nobody could record it.
            group.await(
                    () -> follower.changeSettings(ElectionPolicy.LCR, Timing.LECTURE).join(),
                    "the settings were taken");
            group.await(
                    () ->
                            group.running().stream()
                                    .map(node -> node.status().group())
                                    .allMatch(
                                            s ->
                                                    s.policy() == ElectionPolicy.LCR
                                                            && s.timing() == Timing.LECTURE),
                    "everybody has the new settings");
        }
    }

    @Test
    void aWrongNameIsRefusedBeforeAnythingIsOpened() {
        try (TestGroup group = new TestGroup(folder, ElectionPolicy.RTT)) {
            IOException refused = assertThrows(IOException.class, () -> group.start(" "));
            assertTrue(refused.getMessage().contains("1 to 32"), refused.getMessage());
        }
    }

    private static void startThree(TestGroup group) throws IOException {
        for (String name : List.of("n1", "n2", "n3")) {
            group.start(name);
        }
        group.awaitGroup(3);
    }

    private static void submitDeposits(DoorTrader trader, int first, int last) throws IOException {
        for (int number = first; number <= last; number++) {
            trader.submit(number, new Command.DepositCash("ann", 1));
        }
    }

    private static void assertAnsweredInOrder(List<ServerMessage.Answered> answers) {
        assertEquals(
                IntStream.rangeClosed(1, REQUESTS).mapToObj(Long::valueOf).toList(),
                answers.stream().map(ServerMessage.Answered::number).toList());
        // Each deposit happened once: the balance it left is its number.
        assertEquals(
                IntStream.rangeClosed(1, REQUESTS).mapToObj(Long::valueOf).toList(),
                answers.stream().map(answered -> answered.answer().detail()).toList());
    }
}
