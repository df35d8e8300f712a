package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, cash, shares, reservation, cancels: before, action, after. */
class AccountRulesTest {
    private final TradingFloor floor = new TradingFloor();

    @ParameterizedTest(name = "M2 \"{0}\" is an account''s name")
    @ValueSource(strings = {"a", "Ann", "x.y_z-9", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"})
    void goodAccountNames(String name) {
        assertEquals(Reason.ACCEPTED, floor.open(name).reason());
    }

    @ParameterizedTest(name = "M2 \"{0}\" is refused as an account''s name")
    @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a\n", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"})
    void badAccountNames(String name) {
        assertEquals(Reason.BAD_NAME, floor.open(name).reason());
    }

    @Test
    @DisplayName("M2 a name that is missing is refused, not an exception")
    void missingNames() {
        assertEquals(Reason.BAD_NAME, floor.open(null).reason());
        assertEquals(Reason.UNKNOWN_ACCOUNT, floor.deposit(null, 1).reason());
        floor.open("ann");
        assertEquals(Reason.BAD_NAME, floor.deposit("ann", null, 1).reason());
        assertEquals(Reason.UNKNOWN_INSTRUMENT, floor.withdraw("ann", null, 1).reason());
    }

    @Test
    @DisplayName("M2 instruments are upper case")
    void instrumentsAreUpperCase() {
        floor.open("ann");
        assertEquals(Reason.BAD_NAME, floor.deposit("ann", "acme", 1).reason());
        assertEquals(Reason.BAD_NAME, floor.list("ann", "Acme", 1, 1, 0).reason());
        assertEquals(Reason.ACCEPTED, floor.list("ann", "ACME-2.B", 1, 1, 0).reason());
    }

    @Test
    @DisplayName("M6 opening an account again with the same hash is harmless, with another refused")
    void openingAgain() {
        assertEquals(Reason.ACCEPTED, floor.open("ann").reason());
        assertEquals(List.of("account 0 ann 1 1"), floor.events.lines());
        assertEquals(Reason.ACCEPTED, floor.open("ann").reason());
        assertEquals(List.of(), floor.events.lines());
        Answer answer = floor.send(new Command.OpenAccount("ann", new byte[] {1}, new byte[] {3}));
        assertEquals(Reason.ACCOUNT_EXISTS, answer.reason());
    }

    @Test
    @DisplayName("M6 a salt or hash that is missing or longer than 64 bytes is refused")
    void badSecrets() {
        byte[] good = new byte[64];
        for (byte[] bad : new byte[][] {null, new byte[65]}) {
            Answer salt = floor.send(new Command.OpenAccount("ann", bad, good));
            Answer hash = floor.send(new Command.OpenAccount("ann", good, bad));
            assertEquals(Reason.BAD_TERMS, salt.reason());
            assertEquals(Reason.BAD_TERMS, hash.reason());
        }
    }

    @Test
    @DisplayName("M13 every command but opening needs an account")
    void unknownAccount() {
        List<Command> commands =
                List.of(
                        new Command.DepositCash("ann", 1),
                        new Command.WithdrawCash("ann", 1),
                        new Command.DepositShares("ann", "A", 1),
                        new Command.WithdrawShares("ann", "A", 1),
                        new Command.EnterOrder(
                                "ann", "A", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1, 1),
                        new Command.CancelOrder("ann", 1),
                        new Command.CancelAll("ann", ""),
                        new Command.TakeFromPool("ann", "A", 1),
                        new Command.ReturnToPool("ann", "A", 1),
                        new Command.ListInstrument("ann", "X", "X", 1, 1, 0));
        for (Command command : commands) {
            assertEquals(Reason.UNKNOWN_ACCOUNT, floor.send(command).reason());
            assertEquals(List.of(), floor.events.lines());
        }
    }

    @Test
    @DisplayName("M4 cash comes in and goes out; the answer tells what is available")
    void cashInAndOut() {
        floor.open("ann");
        assertEquals(500, floor.deposit("ann", 500).detail());
        assertEquals(200, floor.withdraw("ann", 300).detail());
        Answer refused = floor.withdraw("ann", 201);
        assertEquals(Reason.INSUFFICIENT_CASH, refused.reason());
        assertEquals(200, refused.detail());
        assertEquals("200 + 0", floor.cash("ann"));
    }

    @Test
    @DisplayName("M4 shares come in and go out; the first deposit lists the instrument")
    void sharesInAndOut() {
        floor.open("ann");
        assertEquals(50, floor.deposit("ann", "NEW", 50).detail());
        assertEquals(List.of("listed 2 NEW NEW 1 1 0", "shares 0 2 50 0"), floor.events.lines());
        assertEquals(20, floor.withdraw("ann", "NEW", 30).detail());
        Answer refused = floor.withdraw("ann", "NEW", 21);
        assertEquals(Reason.INSUFFICIENT_SHARES, refused.reason());
        assertEquals(20, refused.detail());
    }

    @Test
    @DisplayName("M4 a refused deposit lists nothing")
    void refusedDepositListsNothing() {
        floor.open("ann");
        assertEquals(Reason.BAD_QUANTITY, floor.deposit("ann", "NEW", 0).reason());
        assertEquals(Reason.UNKNOWN_INSTRUMENT, floor.withdraw("ann", "NEW", 1).reason());
        assertEquals(List.of(), floor.events.lines());
    }

    @Test
    @DisplayName("M4 only what is available can be withdrawn, not what orders reserve")
    void reservedIsNotWithdrawn() {
        floor.open("ann", 1_000, 10);
        floor.buy("ann", 6, 100);
        floor.sell("ann", 7, 200);
        assertEquals(400, floor.withdraw("ann", 401).detail());
        assertEquals(3, floor.withdraw("ann", "ACME", 4).detail());
        assertEquals(Reason.ACCEPTED, floor.withdraw("ann", 400).reason());
        assertEquals(Reason.ACCEPTED, floor.withdraw("ann", "ACME", 3).reason());
        assertEquals("0 + 600", floor.cash("ann"));
        assertEquals("0 + 7", floor.shares("ann"));
    }

    @Test
    @DisplayName("M5 a buy reserves price times quantity, and no more than there is")
    void buyReserves() {
        floor.open("ann", 1_000, 0);
        floor.open("bob", 0, 1);
        Answer refused = floor.buy("ann", 11, 100);
        assertEquals(Reason.INSUFFICIENT_CASH, refused.reason());
        assertEquals(1_000, refused.detail());
        assertEquals(List.of(), floor.events.lines());
        assertEquals(Reason.ACCEPTED, floor.buy("ann", 10, 100).reason());
        assertEquals("0 + 1000", floor.cash("ann"));
    }

    @Test
    @DisplayName("M5 a sell reserves its shares, and no more than there are")
    void sellReserves() {
        floor.open("ann", 0, 10);
        Answer refused = floor.sell("ann", 11, 100);
        assertEquals(Reason.INSUFFICIENT_SHARES, refused.reason());
        assertEquals(10, refused.detail());
        assertEquals(Reason.ACCEPTED, floor.sell("ann", 10, 100).reason());
        assertEquals("0 + 10", floor.shares("ann"));
    }

    @Test
    @DisplayName("M5 a fill at a better price gives the difference back in the same command")
    void betterPriceGivesBack() {
        floor.open("ann", 2_000, 0);
        floor.open("bob", 0, 10);
        floor.sell("bob", 10, 90);
        floor.buy("ann", 15, 100);
        assertEquals("600 + 500", floor.cash("ann"));
        assertEquals("10 + 0", floor.shares("ann"));
        assertEquals("900 + 0", floor.cash("bob"));
        assertEquals("0 + 0", floor.shares("bob"));
    }

    @Test
    @DisplayName("M12 an order that would meet one of its own account is cancelled before")
    void selfTradeIsPrevented() {
        floor.open("ann", 2_000, 10);
        floor.sell("ann", 10, 90);
        Answer answer = floor.buy("ann", 10, 100);
        assertEquals(0, answer.filled());
        assertEquals(10, answer.detail());
        assertEquals("2000 + 0", floor.cash("ann"));
        assertEquals("0 + 10", floor.shares("ann"));
    }

    @Test
    @DisplayName("M11 a cancel gives the whole reservation back and says how much was open")
    void cancelGivesBack() {
        floor.open("ann", 1_000, 0);
        floor.open("bob", 0, 4);
        floor.buy("ann", 10, 100);
        floor.sell("bob", 4, 100);
        Answer answer = floor.cancel("ann", 1);
        assertEquals(6, answer.detail());
        assertEquals(1, answer.orderId());
        assertEquals("600 + 0", floor.cash("ann"));
        assertEquals(
                List.of("cancelled 1 0 2 BUY 100 6 BY_TRADER true", "cash 0 600 0"),
                floor.events.lines());
    }

    @Test
    @DisplayName("M11 only one's own open orders can be cancelled")
    void cancelOnlyOnesOwn() {
        floor.open("ann", 1_000, 0);
        floor.open("bob", 0, 10);
        floor.buy("ann", 10, 100);
        assertEquals(Reason.NOT_YOUR_ORDER, floor.cancel("bob", 1).reason());
        assertEquals(Reason.UNKNOWN_ORDER, floor.cancel("ann", 2).reason());
        floor.sell("bob", 10, 100);
        assertEquals(Reason.UNKNOWN_ORDER, floor.cancel("ann", 1).reason());
        assertEquals(Reason.UNKNOWN_ORDER, floor.cancel("ann", -1).reason());
        assertEquals(Reason.UNKNOWN_ORDER, floor.cancel("ann", 0).reason());
        assertEquals(Reason.UNKNOWN_ORDER, floor.cancel("ann", (1L << 32) + 1).reason());
    }

    @Test
    @DisplayName("M11 cancel all: of one instrument or of all, oldest first, nobody else's")
    void cancelAll() {
        floor.open("ann", 10_000, 10);
        floor.open("bob", 10_000, 10);
        floor.deposit("ann", "XYZ", 10);
        floor.buy("ann", 1, 10);
        floor.buy("bob", 1, 10);
        floor.sell("ann", 2, 20);
        floor.send(
                new Command.EnterOrder(
                        "ann", "XYZ", Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 5, 10));
        floor.buy("ann", 3, 12);

        assertEquals(3, floor.cancelAll("ann", "ACME").detail());
        assertEquals("cancelled 1 0 2 BUY 10 1 BY_TRADER true", floor.events.lines().get(0));
        assertEquals("cancelled 3 0 2 SELL 20 2 BY_TRADER true", floor.events.lines().get(2));
        assertEquals("cancelled 5 0 2 BUY 12 3 BY_TRADER true", floor.events.lines().get(4));
        assertEquals(List.of("BUY 1 @ 10 bob"), floor.book());
        assertEquals(1, floor.cancelAll("ann", "").detail());
        assertEquals(0, floor.cancelAll("ann", "").detail());
        assertEquals(Reason.UNKNOWN_INSTRUMENT, floor.cancelAll("ann", "NONE").reason());
        assertEquals("10000 + 0", floor.cash("ann"));
    }

    @Test
    @DisplayName("M15 Group 12's issue market: b takes from the pool, s gives back")
    void issueMarket() {
        floor.open("client1");
        floor.open("client2");
        Answer taken = floor.send(new Command.TakeFromPool("client1", "A", 100));
        assertEquals(Reason.ACCEPTED, taken.reason());
        assertEquals(4_900, taken.detail());
        assertEquals(List.of("shares 0 0 100 0", "pool 0 4900"), floor.events.lines());
        Answer refused = floor.send(new Command.ReturnToPool("client2", "A", 100));
        assertEquals(Reason.INSUFFICIENT_SHARES, refused.reason());
        assertEquals(0, refused.detail());
        Answer tooMany = floor.send(new Command.TakeFromPool("client2", "A", 4_901));
        assertEquals(Reason.POOL_TOO_SMALL, tooMany.reason());
        assertEquals(4_900, tooMany.detail());
        assertEquals("100 + 0", floor.picture().shares("client1", "A"));
        assertEquals(4_960, floor.send(new Command.ReturnToPool("client1", "A", 60)).detail());
        assertEquals(4_960, floor.picture().pool("A"));
        assertEquals(5_000, floor.picture().pool("B"));
    }

    @Test
    @DisplayName("M15 shares of B go back to the pool of B: all 5,000 can be taken again")
    void poolsAreNotMixed() {
        floor.open("ann");
        floor.send(new Command.TakeFromPool("ann", "B", 1_000));
        floor.send(new Command.ReturnToPool("ann", "B", 1_000));
        assertEquals(0, floor.send(new Command.TakeFromPool("ann", "B", 5_000)).detail());
        assertTrue(floor.picture().sharesTotal(1) == 5_000);
    }

    @Test
    @DisplayName("M14 terms of an instrument are checked")
    void listingTerms() {
        floor.open("ann");
        assertEquals(Reason.BAD_TERMS, floor.list("ann", "X", 0, 1, 0).reason());
        assertEquals(Reason.BAD_TERMS, floor.list("ann", "X", 1, 0, 0).reason());
        assertEquals(Reason.BAD_TERMS, floor.list("ann", "X", 1, 1, -1).reason());
        assertEquals(10, floor.list("ann", "X", 1, 10, 15).detail());
        assertEquals(Reason.INSTRUMENT_EXISTS, floor.list("ann", "A", 1, 1, 0).reason());
        assertEquals(20, floor.list("ann", "X", 5, 10, 20).detail());
        Answer nameless = floor.send(new Command.ListInstrument("ann", "Y", " ", 1, 1, 0));
        assertEquals(Reason.BAD_TERMS, nameless.reason());
    }

    @Test
    @DisplayName(
            "M1 prices are multiples of the tick, quantities of the lot; the answer says which")
    void ticksAndLots() {
        floor.open("ann", 1_000_000, 0);
        floor.list("ann", "ACME", 5, 10, 0);
        assertEquals(Answer.rejected(5, Reason.BAD_PRICE, 5), at(5, floor.buy("ann", 10, 12)));
        assertEquals(5, floor.buy("ann", 10, 0).detail());
        assertEquals(Reason.BAD_PRICE, floor.buy("ann", 10, -5).reason());
        assertEquals(Answer.rejected(5, Reason.BAD_QUANTITY, 10), at(5, floor.buy("ann", 15, 10)));
        assertEquals(Reason.BAD_QUANTITY, floor.buy("ann", 0, 10).reason());
        assertEquals(Reason.BAD_QUANTITY, floor.buy("ann", -10, 10).reason());
        assertEquals(Reason.BAD_QUANTITY, floor.deposit("ann", "ACME", 15).reason());
        assertEquals(Reason.ACCEPTED, floor.buy("ann", 20, 15).reason());
    }

    @Test
    @DisplayName("M13 a market order with a price, or an order without a side, is refused")
    void nonsenseOrders() {
        floor.open("ann", 1_000, 10);
        Answer priced =
                floor.send(
                        new Command.EnterOrder(
                                "ann", "ACME", Side.SELL, OrderType.MARKET, TimeInForce.IOC, 1, 1));
        assertEquals(Reason.BAD_PRICE, priced.reason());
        Answer sideless =
                floor.send(
                        new Command.EnterOrder(
                                "ann", "ACME", null, OrderType.LIMIT, TimeInForce.GTC, 1, 1));
        assertEquals(Reason.BAD_TERMS, sideless.reason());
    }

    private static Answer at(long index, Answer answer) {
        return new Answer(
                index,
                answer.reason(),
                answer.orderId(),
                answer.filled(),
                answer.resting(),
                answer.detail(),
                answer.fills());
    }
}
