package outcry.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Holding;

/** The demo's proof must notice what it is there to notice. */
class LedgerTest {
    private final Ledger ledger = new Ledger("maker", "taker", "X");

    @BeforeEach
    void trade() {
        ledger.book(new Command.DepositShares("maker", "X", 100), Answer.accepted(1, 100));
        ledger.book(new Command.DepositCash("taker", 10_000), Answer.accepted(2, 10_000));
        ledger.book(order("maker", Side.SELL, 10), answer(3, 1, 10, List.of()));
        ledger.book(order("taker", Side.BUY, 4), answer(4, 2, 0, List.of(new Fill(1, 50, 4))));
    }

    @Test
    void whatTheAnswersSayIsExpected() {
        assertEquals(List.of(), ledger.differences(maker(200, 90, 6)));
        assertEquals(List.of(), ledger.differences(taker(9_800, 4)));
        assertEquals(2, ledger.orders());
        assertEquals(1, ledger.trades());
    }

    @Test
    void aLostOrDoubledTradeIsNoticed() {
        assertEquals(
                List.of("cash: 10000, but by the answers 9800", "shares: 0, but by the answers 4"),
                ledger.differences(taker(10_000, 0)));
        assertEquals(
                List.of("cash: 9600, but by the answers 9800", "shares: 8, but by the answers 4"),
                ledger.differences(taker(9_600, 8)));
    }

    @Test
    void aLostRestingOrderIsNoticed() {
        assertEquals(
                List.of("shares in orders: 0, but by the answers 6"),
                ledger.differences(maker(200, 96, 0)));
    }

    @Test
    void oneOrderAcknowledgedTwiceIsNoticed() {
        ledger.book(order("maker", Side.SELL, 0), answer(5, 1, 0, List.of()));
        assertEquals(
                List.of("order 1 was acknowledged twice"), ledger.differences(maker(200, 90, 6)));
    }

    private static Command order(String account, Side side, long quantity) {
        return new Command.EnterOrder(
                account, "X", side, OrderType.LIMIT, TimeInForce.GTC, 50, quantity);
    }

    private static Answer answer(long index, long order, long resting, List<Fill> fills) {
        long filled = fills.stream().mapToLong(Fill::quantity).sum();
        return new Answer(index, Reason.ACCEPTED, order, filled, resting, 0, fills);
    }

    private static AccountState maker(long cash, long available, long reserved) {
        return new AccountState(
                1, "maker", 9, cash, 0, List.of(new Holding("X", available, reserved)));
    }

    private static AccountState taker(long cash, long shares) {
        return new AccountState(1, "taker", 9, cash, 0, List.of(new Holding("X", shares, 0)));
    }
}
