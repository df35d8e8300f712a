package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Phases, auctions and the price band, as tables: before, action, after (M14). */
class AuctionTest {
    private final BookTable book = new BookTable();

    @Test
    @DisplayName(
            "M14 before the opening orders rest without trading; the auction trades at one price")
    void opening() {
        book.when(
                        "the instrument is PRE_OPEN",
                        "ann buys 10 @ 105",
                        "bob buys 10 @ 102",
                        "cy sells 12 @ 100",
                        "dee sells 10 @ 103")
                .then("bid 10 @ 105 ann", "bid 10 @ 102 bob", "ask 12 @ 100 cy", "ask 10 @ 103 dee")
                .when("the instrument is OPENING_AUCTION")
                .happens("OPENING_AUCTION")
                // 12 shares trade at 100, 101 or 102 and leave 8 buyers' each time: nobody traded
                // before, so the lowest price is nearest.
                .when("the instrument is CONTINUOUS")
                .happens("10 @ 100 ann = cy", "2 @ 100 bob = cy", "CONTINUOUS")
                .then("bid 8 @ 102 bob", "ask 10 @ 103 dee");
    }

    @Test
    @DisplayName("M14 the greatest volume decides first")
    void greatestVolume() {
        book.when(
                        "the instrument is PRE_OPEN",
                        "ann buys 10 @ 105",
                        "bob buys 20 @ 101",
                        "cy sells 15 @ 100",
                        "dee sells 15 @ 101")
                // At 100: 15 of 30 wanted; at 101: all 30; at 105: 10.
                .when("the instrument is CONTINUOUS")
                .happens(
                        "10 @ 101 ann = cy", "5 @ 101 bob = cy", "15 @ 101 bob = dee", "CONTINUOUS")
                .then();
    }

    @Test
    @DisplayName("M14 then the least imbalance")
    void leastImbalance() {
        book.when(
                        "the instrument is PRE_OPEN",
                        "ann buys 10 @ 104",
                        "bob buys 5 @ 100",
                        "cy sells 10 @ 100",
                        "dee sells 2 @ 103")
                // 10 trade at every price; at 100 five more want to buy, at 103 and 104 two to
                // sell.
                .when("the instrument is CONTINUOUS")
                .happens("10 @ 103 ann = cy", "CONTINUOUS")
                .then("bid 5 @ 100 bob", "ask 2 @ 103 dee");
    }

    @Test
    @DisplayName("M14 then nearest to the reference, which may lie between the orders' prices")
    void nearestToReference() {
        book.floor.send(new Command.SetBand("boss", "ACME", 102, 0));
        book.when("the instrument is PRE_OPEN", "ann buys 10 @ 105", "bob sells 10 @ 95")
                .when("the instrument is CONTINUOUS")
                .happens("10 @ 102 ann = bob", "CONTINUOUS");
        assertEquals("998980 + 0", book.floor.cash("ann"));
        assertEquals("1001020 + 0", book.floor.cash("bob"));
    }

    @Test
    @DisplayName("M14 hidden parts count in the auction")
    void icebergInAuction() {
        book.when(
                        "the instrument is PRE_OPEN",
                        "ann buys 30 @ 100 show 10",
                        "bob buys 5 @ 100",
                        "cy sells 20 @ 100")
                .when("the instrument is CONTINUOUS")
                .happens("10 @ 100 ann = cy", "5 @ 100 bob = cy", "5 @ 100 ann = cy", "CONTINUOUS")
                .then("bid 5 of 15 @ 100 ann");
    }

    @Test
    @DisplayName("M14 the closing auction trades when the instrument closes")
    void closing() {
        book.when("the instrument is CLOSING_AUCTION", "ann buys 5 @ 100", "bob sells 5 @ 100")
                .when("the instrument is CLOSED")
                .happens("5 @ 100 ann = bob", "CLOSED")
                .when("cy buys 5 @ 100")
                .isAnswered(Reason.WRONG_PHASE);
    }

    @Test
    @DisplayName("M14 an auction takes limit and stop orders that can wait, nothing else")
    void whatAnAuctionTakes() {
        book.when("the instrument is PRE_OPEN", "ann buys 5")
                .isAnswered(Reason.WRONG_PHASE)
                .when("ann buys 5 @ 100 ioc")
                .isAnswered(Reason.WRONG_PHASE)
                .when("ann buys 5 @ 100 fok")
                .isAnswered(Reason.WRONG_PHASE)
                .when("ann buys 5 @ 100 post", "bob sells 5 @ 90 post", "cy buys 5 stop 100")
                .isAnswered(Reason.ACCEPTED)
                .when("dee sells 7 @ 103", "the instrument is CONTINUOUS")
                .happens("5 @ 90 ann = bob", "CONTINUOUS")
                .then("ask 7 @ 103 dee", "buy stop 5 @ 100 cy");
    }

    @Test
    @DisplayName("M14 stops that the auction's price reaches are entered after it")
    void stopAfterAuction() {
        book.when(
                        "the instrument is PRE_OPEN",
                        "ann buys 5 @ 100",
                        "bob sells 5 @ 100",
                        "cy buys 5 stop 100",
                        "dee sells 7 @ 103")
                .when("the instrument is CONTINUOUS")
                .happens("5 @ 100 ann = bob", "CONTINUOUS", "triggered 3", "5 @ 103 dee > cy")
                .then("ask 2 @ 103 dee");
    }

    @Test
    @DisplayName("M14 while halted orders can be cancelled, but neither entered nor amended")
    void halted() {
        book.when("ann buys 5 @ 100", "the instrument is HALTED", "bob sells 5 @ 100")
                .isAnswered(Reason.WRONG_PHASE)
                .when("ann amends 1 to 3")
                .isAnswered(Reason.WRONG_PHASE)
                .when("ann cancels 1")
                .isAnswered(Reason.ACCEPTED)
                .happens("5 cancelled: BY_TRADER")
                .then();
    }

    @Test
    @DisplayName("M14 the band pauses the instrument instead of trading through it")
    void band() {
        book.floor.send(new Command.SetBand("boss", "ACME", 100, 500));
        book.when("ann sells 5 @ 105", "bob sells 5 @ 106", "cy buys 10 @ 110")
                .happens("5 @ 105 ann > cy", "HALTED")
                .then("bid 5 @ 110 cy", "ask 5 @ 106 bob")
                // Going on is an auction; its price is the new reference.
                .when("the instrument is CONTINUOUS")
                .happens("5 @ 106 cy = bob", "CONTINUOUS");
    }

    @Test
    @DisplayName("M14 what cannot rest is cancelled when the band pauses the instrument")
    void bandAgainstMarketOrder() {
        book.floor.send(new Command.SetBand("boss", "ACME", 100, 500));
        book.when("ann sells 5 @ 106", "cy buys 10")
                .happens("10 cancelled: PAUSED", "HALTED")
                .then("ask 5 @ 106 ann");
    }
}
