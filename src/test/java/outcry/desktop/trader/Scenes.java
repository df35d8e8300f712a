package outcry.desktop.trader;

import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.application.Platform;
import outcry.client.ClientConfig;
import outcry.client.ConnectionStatus.State;
import outcry.desktop.app.Windows;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Scenes played by a {@link FakeExchange} to a real trader window. JavaFX thread only. */
final class Scenes {
    static final ClientConfig CONFIG = new ClientConfig("lab", "", List.of(), 17701, "");
    private static final long MID = 1_250;

    final FakeExchange exchange = new FakeExchange();
    final TraderWindow window;
    final TraderModel model;
    FakeSession session;
    private final Random random = new Random(42);

    /** The window's monotonic clock. */
    private long nanos = 1_000_000_000_000L;

    Scenes(Windows windows) {
        WindowClocks clocks = new WindowClocks(() -> nanos, exchange::now, Platform::runLater);
        model =
                new TraderModel(
                        listener -> session = new FakeSession(exchange, listener, () -> nanos),
                        "all networks",
                        clocks);
        Exits exits = new Exits(windows, CONFIG, "secret");
        window = new TraderWindow(windows, model, exits, () -> {});
        exits.login(model).accept("ada", "");
    }

    /** Time passes, and the window notices. */
    void pass(long passed) {
        nanos += passed;
        model.tick();
    }

    /** An exchange with three instruments, other traders' orders and a funded account. */
    void market() {
        exchange.open("ada");
        exchange.endow("maker", 900_000_000, "ACME", 90_000);
        exchange.endow("noise", 900_000_000, "ACME", 90_000);
        exchange.endow("maker", 900_000_000, "GLOBEX", 90_000);
        exchange.endow("noise", 100, "GLOBEX", 90_000);
        for (int level = 1; level <= 30; level++) {
            quote(Side.BUY, level);
            quote(Side.SELL, level);
        }
        exchange.trade("maker", Side.BUY, "GLOBEX", 9_870, 300);
        exchange.trade("maker", Side.SELL, "GLOBEX", 9_890, 250);
        for (int i = 0; i < 60; i++) {
            bustle();
        }
        exchange.trade("noise", Side.BUY, "GLOBEX", 0, 20);
    }

    /** Somebody does something. */
    void bustle() {
        exchange.pass(420_000_000L + random.nextInt(900_000_000));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        exchange.trade("noise", side, "ACME", 0, 10 * (1 + random.nextInt(12)));
        quote(Side.BUY, 1 + random.nextInt(4));
        quote(Side.SELL, 1 + random.nextInt(4));
    }

    /** The exchange serves through n2, led by n3. */
    void live() {
        session.live("n2", "n3", 7);
        session.members("n3", 7, Set.of());
    }

    /** The account gets cash and shares, trades a little and leaves two orders in the book. */
    void ownBusiness() {
        model.watch().select("ACME");
        submit(new Command.DepositCash("ada", 10_000_000));
        submit(new Command.DepositShares("ada", "ACME", 2_000));
        submit(order(Side.BUY, OrderType.MARKET, 0, 180));
        submit(order(Side.SELL, OrderType.LIMIT, MID + 4, 150));
        submit(order(Side.BUY, OrderType.LIMIT, MID - 3, 200));
        submit(order(Side.BUY, OrderType.LIMIT, MID - 6, 500));
        submit(order(Side.SELL, OrderType.LIMIT, MID + 9, 900_000));
    }

    /** An operator has set fees and a band and a round goes on; orders of every kind are kept. */
    void everyKindOfOrder() {
        exchange.applyAs("maker", new Command.Appoint("maker", "maker", Role.OPERATOR));
        exchange.applyAs("maker", new Command.SetBand("maker", "ACME", MID, 1_000));
        exchange.applyAs("maker", new Command.Round("maker", RoundAction.START));
        keep(Side.BUY, OrderType.STOP, TimeInForce.DAY, 0, 100, MID + 30, 0);
        keep(Side.SELL, OrderType.STOP_LIMIT, TimeInForce.GTC, MID - 42, 80, MID - 40, 0);
        keep(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, MID - 5, 900, 0, 60);
    }

    /** The chosen instrument collects orders for an auction, which cross. */
    void auction() {
        exchange.applyAs("maker", new Command.SetPhase("maker", "ACME", Phase.CLOSING_AUCTION));
        exchange.trade("noise", Side.BUY, "ACME", MID + 6, 700);
        exchange.trade("noise", Side.SELL, "ACME", MID - 2, 420);
        exchange.applyAs("maker", new Command.SetPhase("maker", "GLOBEX", Phase.HALTED));
    }

    private void keep(
            Side side,
            OrderType type,
            TimeInForce time,
            long price,
            long quantity,
            long stop,
            long display) {
        submit(
                new Command.EnterOrder(
                        "ada", "ACME", side, type, time, price, quantity, stop, display, false));
    }

    /** Two orders are under way when the leader's process is killed. */
    void leaderCrashes() {
        session.hold();
        submit(order(Side.BUY, OrderType.LIMIT, MID + 3, 60));
        submit(order(Side.SELL, OrderType.LIMIT, MID + 7, 40));
        session.members("n3", 7, Set.of("n3"));
        session.become(
                State.ELECTING,
                "n2",
                "",
                7,
                "Leader n3 is gone – electing a new one (1.2 s). 2 requests are waiting.");
        pass(420_000_000);
    }

    /** A new leader, and the answers to what waited. */
    void reconnects() {
        pass(900_000_000);
        session.live("n2", "n1", 8);
        session.members("n1", 8, Set.of("n3"));
        pass(40_000_000);
    }

    /** Nothing was heard for a while. */
    void nothingFound() {
        pass(7_000_000_000L);
        session.become(
                State.SEARCHING,
                "",
                "",
                0,
                "Searching on eth0 192.168.1.23 · 7 s. Nothing heard. Common causes: different"
                        + " network · firewall · client isolation");
    }

    static Command.EnterOrder order(Side side, OrderType type, long price, long quantity) {
        return new Command.EnterOrder(
                "ada",
                "ACME",
                side,
                type,
                type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC,
                price,
                quantity);
    }

    private void submit(Command command) {
        if (command instanceof Command.EnterOrder order) {
            model.orders().enter(order, () -> {});
        } else {
            session.submit(command, answer -> {});
        }
    }

    private void quote(Side side, int level) {
        long price = side == Side.BUY ? MID - level : MID + level;
        exchange.trade("maker", side, "ACME", price, 10 * (3 + random.nextInt(10 + 2 * level)));
    }
}
