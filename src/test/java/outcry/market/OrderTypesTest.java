package outcry.market;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every type of order and time in force, as tables: before, action, after (M8 to M12). */
class OrderTypesTest {
    private BookTable book;

    @BeforeEach
    void aBook() {
        book =
                new BookTable()
                        .when(
                                "ann buys 10 @ 99", // 1
                                "bob buys 20 @ 98", // 2
                                "ann sells 10 @ 101", // 3
                                "bob sells 20 @ 102") // 4
                        .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", "ask 10 @ 101 ann", ASK_BOB);
    }

    private static final String ASK_BOB = "ask 20 @ 102 bob";

    @Test
    @DisplayName("M8 FOK trades whole or not at all")
    void fillOrKill() {
        book.when("cy buys 31 @ 102 fok")
                .happens("31 cancelled: FILL_OR_KILL")
                .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", "ask 10 @ 101 ann", ASK_BOB)
                .when("cy buys 25 @ 102 fok")
                .happens("10 @ 101 ann > cy", "15 @ 102 bob > cy")
                .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", "ask 5 @ 102 bob");
    }

    @Test
    @DisplayName("M8 a FOK market order too")
    void fillOrKillAtAnyPrice() {
        book.when("cy sells 31 fok")
                .happens("31 cancelled: FILL_OR_KILL")
                .when("cy sells 30 fok")
                .happens("10 @ 99 ann > cy", "20 @ 98 bob > cy")
                .then("ask 10 @ 101 ann", ASK_BOB);
    }

    @Test
    @DisplayName("M8 IOC trades what it can, and leaves")
    void immediateOrCancel() {
        book.when("cy buys 15 @ 101 ioc")
                .happens("10 @ 101 ann > cy", "5 cancelled: IMMEDIATE_OR_CANCEL")
                .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", ASK_BOB);
    }

    @Test
    @DisplayName("M8 a post-only order that would trade is refused, one that would not rests")
    void postOnly() {
        book.when("cy buys 5 @ 101 post")
                .isAnswered(Reason.WOULD_TRADE)
                .when("cy buys 5 @ 100 post")
                .isAnswered(Reason.ACCEPTED)
                .then(
                        "bid 5 @ 100 cy",
                        "bid 10 @ 99 ann",
                        "bid 20 @ 98 bob",
                        "ask 10 @ 101 ann",
                        ASK_BOB);
    }

    @Test
    @DisplayName("M8 an iceberg shows a part, and goes to the back for each new one")
    void iceberg() {
        book.when("cy buys 25 @ 99 show 10", "dee buys 5 @ 99")
                .then(
                        "bid 10 @ 99 ann",
                        "bid 10 of 25 @ 99 cy",
                        "bid 5 @ 99 dee",
                        "bid 20 @ 98 bob",
                        "ask 10 @ 101 ann",
                        ASK_BOB)
                .when("bob sells 22 @ 99")
                .happens("10 @ 99 ann > bob", "10 @ 99 cy > bob", "2 @ 99 dee > bob")
                .then(
                        "bid 3 @ 99 dee",
                        "bid 10 of 15 @ 99 cy",
                        "bid 20 @ 98 bob",
                        "ask 10 @ 101 ann",
                        ASK_BOB)
                .when("ann sells 16 @ 99")
                .happens("3 @ 99 dee > ann", "10 @ 99 cy > ann", "3 @ 99 cy > ann")
                .then("bid 2 @ 99 cy", "bid 20 @ 98 bob", "ask 10 @ 101 ann", ASK_BOB);
    }

    @Test
    @DisplayName("M8 a stop waits for a trade at its price, then is a market order")
    void stop() {
        book.when("cy buys 15 stop 101")
                .then(
                        "bid 10 @ 99 ann",
                        "bid 20 @ 98 bob",
                        "ask 10 @ 101 ann",
                        ASK_BOB,
                        "buy stop 15 @ 101 cy")
                .when("dee buys 1 @ 101")
                .happens("1 @ 101 ann > dee", "triggered 5", "9 @ 101 ann > cy", "6 @ 102 bob > cy")
                .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", "ask 14 @ 102 bob");
    }

    @Test
    @DisplayName("M8 a stop-limit rests at its limit once triggered")
    void stopLimit() {
        book.when("cy sells 15 @ 99 stop 99", "dee sells 4 @ 99")
                .happens("4 @ 99 ann > dee", "triggered 5", "6 @ 99 ann > cy")
                .then("bid 20 @ 98 bob", "ask 9 @ 99 cy", "ask 10 @ 101 ann", ASK_BOB);
    }

    @Test
    @DisplayName("M8 stops reached together are entered in the order of acceptance")
    void stopsInOrderOfAcceptance() {
        book.when("cy sells 8 stop 98", "dee sells 8 stop 99", "cy sells 10 @ 98")
                .happens(
                        "10 @ 99 ann > cy",
                        "triggered 6",
                        "8 @ 98 bob > dee",
                        "triggered 5",
                        "8 @ 98 bob > cy")
                .then("bid 4 @ 98 bob", "ask 10 @ 101 ann", ASK_BOB);
        book.when("cy buys 1 stop 102", "dee buys 1 stop 101", "cy buys 11 @ 102")
                .happens(
                        "10 @ 101 ann > cy",
                        "1 @ 102 bob > cy",
                        "triggered 8",
                        "triggered 9",
                        "1 @ 102 bob > cy",
                        "1 @ 102 bob > dee");
    }

    @Test
    @DisplayName("M8 a stop that the last trade has reached already is entered at once")
    void stopReachedAlready() {
        book.when("cy buys 10 @ 101", "dee buys 5 stop 100")
                .happens("triggered 6", "5 @ 102 bob > dee");
    }

    @Test
    @DisplayName("M10 a smaller quantity keeps its place")
    void amendSmaller() {
        book.when("cy buys 10 @ 99", "ann amends 1 to 4", "bob sells 6 @ 99")
                .happens("4 @ 99 ann > bob", "2 @ 99 cy > bob")
                .then("bid 8 @ 99 cy", "bid 20 @ 98 bob", "ask 10 @ 101 ann", ASK_BOB);
    }

    @Test
    @DisplayName("M10 a larger quantity goes to the back")
    void amendLarger() {
        book.when("cy buys 10 @ 99", "ann amends 1 to 11")
                .then(
                        "bid 10 @ 99 cy",
                        "bid 11 @ 99 ann",
                        "bid 20 @ 98 bob",
                        "ask 10 @ 101 ann",
                        ASK_BOB);
    }

    @Test
    @DisplayName("M10 a new price goes to the back of its level, and trades if it meets somebody")
    void amendPrice() {
        book.when("ann amends 1 to 10 @ 98")
                .then("bid 20 @ 98 bob", "bid 10 @ 98 ann", "ask 10 @ 101 ann", ASK_BOB)
                .when("bob amends 2 to 20 @ 101")
                .happens("10 @ 101 ann > bob")
                .then("bid 10 @ 101 bob", "bid 10 @ 98 ann", ASK_BOB)
                .when("bob amends 4 to 3")
                .then("bid 10 @ 101 bob", "bid 10 @ 98 ann", "ask 3 @ 102 bob");
    }

    @Test
    @DisplayName("M10 only one's own working order can be amended, within its means")
    void amendRefused() {
        book.when("bob amends 1 to 4")
                .isAnswered(Reason.NOT_YOUR_ORDER)
                .when("ann amends 17 to 4")
                .isAnswered(Reason.UNKNOWN_ORDER)
                .when("ann amends 1 to 20000 @ 99")
                .isAnswered(Reason.INSUFFICIENT_CASH)
                .when("ann amends 3 to 20000")
                .isAnswered(Reason.INSUFFICIENT_SHARES);
    }

    @Test
    @DisplayName("M12 what is left is cancelled before it would meet an order of the same account")
    void selfTrade() {
        book.when("bob buys 25 @ 102")
                .happens("10 @ 101 ann > bob", "15 cancelled: SELF_TRADE")
                .then("bid 10 @ 99 ann", "bid 20 @ 98 bob", ASK_BOB);
    }
}
