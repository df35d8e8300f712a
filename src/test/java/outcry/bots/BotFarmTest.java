package outcry.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcry.client.Await;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.group.ElectionPolicy;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.Node;
import outcry.node.NodeConfig;
import outcry.node.NodeObserver;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/** Bots against whole nodes on loopback, found by broadcast. */
class BotFarmTest {
    private static final String GROUP = "bots";
    private static final long FOUNDING_WAIT_NANOS = 400_000_000L;
    private static final long CASH_MAX = 1_000_000_000_000L;

    @TempDir Path folder;

    private final List<Node> nodes = new ArrayList<>();
    private int discoveryPort;
    private ClientLoop loop;

    @AfterEach
    void close() {
        if (loop != null) {
            loop.close();
        }
        nodes.forEach(Node::crash);
        nodes.forEach(node -> node.closed().join());
    }

    private void startNodes(int count) throws IOException {
        try (DatagramSocket any = new DatagramSocket(0)) {
            discoveryPort = any.getLocalPort();
        }
        for (int i = 1; i <= count; i++) {
            NodeConfig config =
                    new NodeConfig(
                            "n" + i,
                            GROUP,
                            "lo",
                            List.of(),
                            discoveryPort,
                            folder.resolve("n" + i),
                            ElectionPolicy.RTT,
                            Timing.REALISTIC,
                            Durability.MEMORY,
                            0,
                            FOUNDING_WAIT_NANOS);
            nodes.add(Node.start(config, new NodeObserver() {}));
            int expected = i;
            Await.until(
                    i + " voters",
                    () ->
                            nodes.stream()
                                    .allMatch(
                                            node ->
                                                    node.status().group().leader() != null
                                                            && node.status()
                                                                            .group()
                                                                            .view()
                                                                            .voters()
                                                                            .size()
                                                                    == expected));
        }
        loop = ClientLoop.start(new ClientConfig(GROUP, "lo", List.of(), discoveryPort, ""));
    }

    private void crashTheLeader() {
        Node leader =
                nodes.stream()
                        .filter(node -> node.status().group().role() == Role.LEADER)
                        .findFirst()
                        .orElseThrow();
        nodes.remove(leader);
        leader.crash();
        leader.closed().join();
    }

    private ServerMessage ask(TraderSession session, Topic topic, String account, String symbol) {
        CompletableFuture<ServerMessage> answer = new CompletableFuture<>();
        session.query(topic, account, symbol, answer::complete);
        Await.until("answer to " + topic, answer::isDone);
        return answer.join();
    }

    @Test
    void botsMakeAMarketAndTradeOnThroughTheCrashOfTheLeader() throws IOException {
        startNodes(3);
        BotFarm farm = BotFarm.start(loop, new BotPlan(10, 42, List.of("A", "ACME"), 400));
        Await.until(() -> "bots trade: " + farm.counts(), () -> farm.counts().accepted() > 500);
        crashTheLeader();
        long before = farm.counts().accepted();
        Await.until(
                () -> "bots trade on: " + farm.counts(),
                () -> farm.counts().accepted() > before + 500);

        TraderSession session = loop.open(new SessionListener() {});
        ServerMessage.Book book = (ServerMessage.Book) ask(session, Topic.BOOK, "", "ACME");
        assertTrue(book.bids().size() > 1 && book.asks().size() > 1, "quoted on both sides");
        assertTrue(book.bids().get(0).price() < book.asks().get(0).price());
        ServerMessage.Trades trades = (ServerMessage.Trades) ask(session, Topic.TRADES, "", "A");
        assertTrue(trades.trades().size() > 10, "traded");

        BotCounts counts = farm.stop().join();
        assertEquals(0, counts.unanswered(), "each command got exactly one answer: " + counts);
        assertTrue(counts.rejected() < counts.sent() / 4, "mostly sensible: " + counts);
        Await.until(
                "no order left",
                () -> ((ServerMessage.Book) ask(session, Topic.BOOK, "", "A")).bids().isEmpty());
    }

    @Test
    void botsComeBackToTheirAccounts() throws IOException {
        startNodes(1);
        BotPlan plan = new BotPlan(2, 7, List.of("A"), 200);
        for (int round = 0; round < 2; round++) {
            try (BotFarm farm = BotFarm.start(loop, plan)) {
                Await.until("bots trade", () -> farm.counts().accepted() > 50);
            }
        }
        TraderSession session = loop.open(new SessionListener() {});
        session.login("maker-7-1", "play money of seed 7", result -> {});
        ServerMessage.AccountState maker =
                (ServerMessage.AccountState) ask(session, Topic.ACCOUNT, "maker-7-1", "");
        long cash = maker.cashAvailable() + maker.cashReserved();
        assertTrue(cash < 2 * Bot.CASH_CENTS && cash < CASH_MAX, "funded once: " + cash);
    }
}
