package outcry.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.market.Command;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** What bots decide, without any exchange. */
class StrategyTest {
    private static final List<String> INSTRUMENTS = List.of("A", "B");

    private static MarketView market(long seed, long cash, long shares) {
        MarketView market = new MarketView("bot", INSTRUMENTS, new FairValues(seed, INSTRUMENTS));
        market.onFeed(
                new ServerMessage.Instruments(
                        0,
                        1,
                        List.of(
                                new ServerMessage.Instrument("A", "A", 5, 10, 0, 0, 0, 0, 0),
                                new ServerMessage.Instrument("B", "B", 1, 1, 0, 0, 0, 0, 0))));
        market.onFeed(
                new ServerMessage.AccountState(
                        0,
                        "bot",
                        1,
                        cash,
                        0,
                        List.of(
                                new ServerMessage.Holding("A", shares, 0),
                                new ServerMessage.Holding("B", shares, 0))));
        return market;
    }

    private static List<Command> commands(Strategy strategy, MarketView market, int count) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(strategy.next(market));
        }
        return commands;
    }

    @Test
    void theSameSeedGivesTheSameDecisions() {
        for (int kind = 0; kind < 2; kind++) {
            List<List<Command>> runs = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                Random random = new Random(9);
                Strategy strategy = kind == 0 ? new MarketMaker(random) : new NoiseTrader(random);
                runs.add(commands(strategy, market(4, Bot.CASH_CENTS, Bot.SHARES), 200));
            }
            assertEquals(runs.get(0), runs.get(1));
        }
    }

    @Test
    void ordersKeepToTicksAndLots() {
        MarketView market = market(4, Bot.CASH_CENTS, Bot.SHARES);
        List<Command> commands = commands(new MarketMaker(new Random(1)), market, 300);
        commands.addAll(commands(new NoiseTrader(new Random(1)), market, 300));
        for (Command command : commands) {
            if (command instanceof Command.EnterOrder order && order.instrument().equals("A")) {
                assertEquals(0, order.price() % 5, order.toString());
                assertEquals(0, order.quantity() % 10, order.toString());
            }
        }
    }

    @Test
    void aMakerCancelsThenQuotesBothSidesRoundTheFairPrice() {
        MarketView market = market(4, Bot.CASH_CENTS, Bot.SHARES);
        List<Command> round = commands(new MarketMaker(new Random(1)), market, 9);
        assertEquals(new Command.CancelAll("bot", "A"), round.get(0));
        for (Command command : round.subList(1, 9)) {
            Command.EnterOrder order = assertInstanceOf(Command.EnterOrder.class, command);
            boolean below = order.price() < market.fairPrice("A");
            assertEquals(order.side() == Side.BUY, below, order.toString());
        }
    }

    @Test
    void aMakerQuotesNothingItCannotPayOrDeliver() {
        List<Command> poor = commands(new MarketMaker(new Random(1)), market(4, 0, 0), 20);
        assertTrue(poor.stream().allMatch(Command.CancelAll.class::isInstance), poor.toString());
    }

    @Test
    void aNoiseTraderDoesEverythingATraderCan() {
        MarketView market = market(4, Bot.CASH_CENTS, Bot.SHARES);
        market.onFeed(
                new ServerMessage.Orders(
                        0,
                        "bot",
                        1,
                        List.of(
                                new ServerMessage.OrderState(
                                        77, "bot", "A", Side.BUY, 1_000, 10, 10, "resting", "", 1,
                                        0))));
        List<Command> commands = commands(new NoiseTrader(new Random(2)), market, 300);
        assertTrue(commands.contains(new Command.CancelOrder("bot", 77)));
        for (Side side : Side.values()) {
            assertTrue(
                    commands.stream()
                            .anyMatch(
                                    command ->
                                            command instanceof Command.EnterOrder order
                                                    && order.side() == side));
        }
    }

    @Test
    void fairValuesStayInBoundsAndComeFromTheSeed() {
        FairValues one = new FairValues(1, INSTRUMENTS);
        FairValues same = new FairValues(1, INSTRUMENTS);
        for (int i = 0; i < 100_000; i++) {
            one.step();
            same.step();
            assertTrue(one.cents("A") >= FairValues.PRICE_MIN);
            assertTrue(one.cents("A") <= FairValues.PRICE_MAX);
        }
        assertEquals(one.cents("A"), same.cents("A"));
        one.begin("A", 4_321);
        assertEquals(4_321, one.cents("A"));
    }

    @Test
    void aPlanThatCannotBeIsRefusedInWords() {
        assertEquals(
                "1 to 500 bots, not 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new BotPlan(0, 1, INSTRUMENTS, 10))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new BotPlan(1, 1, List.of(), 10));
        assertThrows(
                IllegalArgumentException.class, () -> new BotPlan(1, 1, INSTRUMENTS, Double.NaN));
    }
}
