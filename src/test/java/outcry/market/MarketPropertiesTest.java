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

    /** Deposits less withdrawals, as the events and answers tell them. */
    private static final class Ledger extends EventLog {
        long cash;
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
                // Restoring adds the digest up anew, from nothing but what there is.
                assertEquals(
                        Exchange.restore(exchange.checkpoint()).digest(),
                        exchange.digest(),
                        "seed " + seed + ", digest after command " + i);
            }
        }
    }

    @ParameterizedTest(name = "M3 M5 M19 M20 everything, seed {0}")
    @ValueSource(longs = {51, 52, 53, 54})
    void everythingIsConserved(long seed) {
        RandomCommands stream = RandomCommands.ofEverything(seed);
        Exchange exchange = new Exchange();
        Till till = new Till();
        for (int i = 1; i <= COMMANDS; i++) {
            Picture before = new Picture();
            boolean isLookedAt = i % 13 == 0;
            if (isLookedAt) {
                exchange.describe(before);
            }
            till.fees = 0;
            Command command = stream.opening(i - 1);
            stream.note(command, exchange.apply(i, i, request(i, command), till).answer());
            if (isLookedAt && isOfOrders(command)) {
                Picture after = new Picture();
                exchange.describe(after);
                String where = "seed " + seed + ", command " + i + ": " + command;
                assertEquals(before.cashTotal(), after.cashTotal() + till.fees, where);
                for (int each = 0; each < after.instrumentCount(); each++) {
                    assertEquals(before.sharesTotal(each), after.sharesTotal(each), where);
                }
            }
            if (i % 499 == 0) {
                // Reservations, totals and digest are made anew from the orders there are.
                Exchange restored = Exchange.restore(exchange.checkpoint());
                assertEquals(description(exchange), description(restored));
                assertEquals(exchange.digest(), restored.digest());
            }
        }
    }

    /** Commands that bring nothing in or out. */
    private static boolean isOfOrders(Command command) {
        return command instanceof Command.EnterOrder
                || command instanceof Command.AmendOrder
                || command instanceof Command.CancelOrder
                || command instanceof Command.CancelAll
                || command instanceof Command.SetPhase;
    }

    private static final class Till extends EventLog {
        long fees;

        @Override
        public void feeCharged(int account, int instrument, long orderId, long cents) {
            fees += cents;
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
        RandomCommands stream = RandomCommands.ofEverything(seed);
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
            Verdict verdict = original.apply(i, i, request, expected);
            assertEquals(verdict, restored.apply(i, i, request, events));
            stream.note(request.command(), verdict.answer());
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
        RandomCommands stream = RandomCommands.ofEverything(41);
        Exchange exchange = new Exchange();
        int most = 0;
        DepthBook far = new DepthBook();
        DepthBook near = new DepthBook(2, far::setLevel);
        for (int i = 1; i <= COMMANDS; i++) {
            Command command = stream.opening(i - 1);
            stream.note(command, exchange.apply(i, i, request(i, command), near).answer());
            assertEquals(near.checksum(), far.checksum());
            most = Math.max(most, Math.min(near.size(Side.BUY), near.size(Side.SELL)));
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
        assertTrue(most > 20, "at most " + most + " levels");
    }

    private static List<Long> digests(long seed) {
        RandomCommands stream = RandomCommands.ofEverything(seed);
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
