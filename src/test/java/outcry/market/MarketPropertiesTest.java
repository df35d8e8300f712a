package outcry.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold at every moment of any stream of commands. */
class MarketPropertiesTest {
    private static final int COMMANDS = 20_000;

    /** Deposits less withdrawals and the numbers given, as the events and answers tell them. */
    private static final class Ledger extends EventLog {
        long cash;
        long nextOrderId = 1;
        long nextTradeId = 1;
        final long[] shares = new long[16];
        private Picture picture = new Picture();

        void note(Exchange exchange, Command command, Answer answer) {
            if (!answer.isAccepted()) {
                return;
            }
            if (command instanceof Command.DepositCash c) {
                cash += c.cents();
            } else if (command instanceof Command.WithdrawCash c) {
                cash -= c.cents();
            } else if (command instanceof Command.DepositShares c) {
                shares[instrument(exchange, c.instrument())] += c.quantity();
            } else if (command instanceof Command.WithdrawShares c) {
                shares[instrument(exchange, c.instrument())] -= c.quantity();
            } else if (command instanceof Command.EnterOrder) {
                nextOrderId = answer.orderId() + 1;
                nextTradeId += answer.fills().size();
            }
        }

        @Override
        public void instrumentListed(
                int instrument, String symbol, String name, long tick, long lot, long pool) {
            shares[instrument] += pool;
        }

        private int instrument(Exchange exchange, String symbol) {
            if (picture.symbol(symbol) < 0) {
                picture = new Picture();
                exchange.describe(picture);
            }
            return picture.symbol(symbol);
        }
    }

    @ParameterizedTest(name = "M3 M5 M7 M19 seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void conservedNeverNegativeNeverCrossedDigestExact(long seed) {
        RandomCommands stream = new RandomCommands(seed);
        Exchange exchange = new Exchange();
        Ledger ledger = new Ledger();
        exchange.describe(ledger);
        for (int i = 1; i <= COMMANDS; i++) {
            Command command = stream.opening(i - 1);
            Answer answer = exchange.apply(i, i, request(i, command), ledger).answer();
            ledger.note(exchange, command, answer);
            ledger.clear();
            if (i % 97 == 0) {
                check(exchange, ledger, "seed " + seed + ", after command " + i);
                assertEquals(
                        ScratchDigest.of(exchange, ledger.nextOrderId, ledger.nextTradeId, 1, i),
                        exchange.digest(),
                        "seed " + seed + ", digest after command " + i);
            }
        }
    }

    private static void check(Exchange exchange, Ledger ledger, String where) {
        Picture picture = new Picture();
        exchange.describe(picture);
        assertEquals(ledger.cash, picture.cashTotal(), where);
        long[] reservedCash = new long[picture.accountCount()];
        long[][] reservedShares = new long[picture.accountCount()][picture.instrumentCount()];
        for (Picture.Resting order : picture.resting) {
            assertTrue(order.quantity() > 0, where);
            if (order.side() == Side.BUY) {
                reservedCash[order.account()] += order.price() * order.quantity();
            } else {
                reservedShares[order.account()][order.instrument()] += order.quantity();
            }
        }
        for (int instrument = 0; instrument < picture.instrumentCount(); instrument++) {
            assertEquals(ledger.shares[instrument], picture.sharesTotal(instrument), where);
            assertTrue(picture.pools.get(instrument) >= 0, where);
            assertTrue(picture.bestBid(instrument) < picture.bestAsk(instrument), where);
        }
        for (int account = 0; account < picture.accountCount(); account++) {
            assertTrue(picture.cash(account)[0] >= 0, where);
            assertEquals(reservedCash[account], picture.cash(account)[1], where);
            for (int i = 0; i < picture.instrumentCount(); i++) {
                assertTrue(picture.shares(account, i)[0] >= 0, where);
                assertEquals(reservedShares[account][i], picture.shares(account, i)[1], where);
            }
        }
    }

    @ParameterizedTest(name = "M20 seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void restoredIsIndistinguishableForEverAfter(long seed) {
        RandomCommands stream = new RandomCommands(seed);
        Exchange original = new Exchange();
        Exchange restored = new Exchange();
        EventLog expected = new EventLog();
        EventLog events = new EventLog();
        for (int i = 1; i <= COMMANDS; i++) {
            if (i % 1_009 == 0) {
                byte[] checkpoint = original.checkpoint();
                restored = Exchange.restore(checkpoint);
                assertArrayEquals(checkpoint, restored.checkpoint());
            }
            expected.clear();
            events.clear();
            // Some answers stay unconfirmed, so that there is something to remember.
            Request request = new Request(1, i, i - i % 50, stream.opening(i - 1));
            assertEquals(
                    original.apply(i, i, request, expected), restored.apply(i, i, request, events));
            assertEquals(expected.lines(), events.lines());
            assertEquals(original.digest(), restored.digest());
        }
        assertEquals(description(original), description(restored));
        assertArrayEquals(original.checkpoint(), restored.checkpoint());
    }

    @Test
    @DisplayName("M19 the same stream gives the same digest, another stream another one")
    void sameStreamSameDigest() {
        List<Long> first = digests(31);
        assertEquals(first, digests(31));
        assertNotEquals(first, digests(32));
    }

    @Test
    @DisplayName("M18 a depth book fed by events has the levels of the book at every moment")
    void depthFollowsEvents() {
        RandomCommands stream = new RandomCommands(41);
        Exchange exchange = new Exchange();
        DepthBook far = new DepthBook();
        DepthBook near = new DepthBook(2, far::setLevel);
        for (int i = 1; i <= COMMANDS; i++) {
            exchange.apply(i, i, request(i, stream.opening(i - 1)), near);
            assertEquals(near.checksum(), far.checksum());
            if (i % 211 == 0) {
                DepthBook fresh = new DepthBook(2, (side, price, quantity, orders) -> {});
                exchange.describe(fresh);
                for (Side side : Side.values()) {
                    assertEquals(
                            fresh.best(side, Integer.MAX_VALUE),
                            near.best(side, Integer.MAX_VALUE));
                    assertEquals(near.best(side, 5), far.best(side, 5));
                }
                assertEquals(fresh.checksum(), near.checksum());
            }
        }
        assertTrue(near.size(Side.BUY) > 10 && near.size(Side.SELL) > 10);
    }

    private static List<Long> digests(long seed) {
        RandomCommands stream = new RandomCommands(seed);
        Exchange exchange = new Exchange();
        List<Long> digests = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            exchange.apply(i, i, request(i, stream.opening(i - 1)), MarketListener.NONE);
            digests.add(exchange.digest());
        }
        return digests;
    }

    private static List<String> description(Exchange exchange) {
        EventLog log = new EventLog();
        exchange.describe(log);
        return log.lines();
    }

    private static Request request(long number, Command command) {
        return new Request(1, number, number - 1, command);
    }
}
