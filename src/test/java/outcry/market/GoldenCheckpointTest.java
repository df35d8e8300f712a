package outcry.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A checkpoint of version 2 as it was written when that version came into being, with an order of
 * every kind: it must be readable for ever, by every later version too.
 */
class GoldenCheckpointTest {
    @Test
    @DisplayName("M20 a checkpoint of version 2 is read, and restores what it was taken of")
    void versionTwo() {
        byte[] golden = HexFormat.of().parseHex(GoldenCheckpoint.VERSION_2);
        Exchange restored = Exchange.restore(golden);
        Exchange original = original();
        assertEquals(description(original), description(restored));
        assertEquals(original.digest(), restored.digest());
        // While version 2 is what is written, it is written like this.
        assertArrayEquals(golden, restored.checkpoint());
        assertArrayEquals(golden, original.checkpoint());
    }

    /** What the golden checkpoint was taken of. */
    static Exchange original() {
        BookTable book = new BookTable();
        book.floor.list("boss", "OIL", 5, 10, 1_000);
        book.floor.send(new Command.SetFees("boss", "ACME", 5, 10));
        book.floor.send(new Command.SetBand("boss", "ACME", 100, 1_000));
        book.floor.send(new Command.SetStart("boss", "", 50_000));
        book.floor.send(new Command.SetStart("boss", "OIL", 20));
        book.floor.send(new Command.Round("boss", RoundAction.START));
        book.when(
                "ann buys 10 @ 99",
                "bob buys 40 @ 99 show 10 post",
                "cy buys 5 @ 98 day",
                "ann sells 10 @ 101",
                "bob sells 30 @ 101 show 10",
                "cy sells 5 @ 102 stop 97",
                "dee buys 5 stop 105",
                "dee sells 15 @ 99",
                "dee buys 12 @ 101",
                "cy amends 3 to 7 @ 97",
                "dee sells 3 @ 103 day");
        book.floor.send(new Command.SetPhase("boss", "OIL", Phase.CLOSING_AUCTION));
        return book.floor.exchange;
    }

    private static List<String> description(Exchange exchange) {
        EventLog log = new EventLog();
        exchange.describe(log);
        return new ArrayList<>(log.lines());
    }
}
