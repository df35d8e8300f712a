package outcry.desktop.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BookRowsTest {
    private static final Depth DEPTH =
            new Depth(
                    "ACME",
                    1,
                    7,
                    List.of(level(99, 10), level(98, 20), level(97, 30)),
                    List.of(level(101, 5), level(103, 15)));

    @Test
    void theSpreadIsInTheMiddleAndTheBestPricesAreBesideIt() {
        List<BookRows.Row> rows = BookRows.of(DEPTH, 7, 0).rows();
        assertEquals(BookRows.Kind.SPREAD, rows.get(3).kind());
        assertEquals(101, rows.get(2).level().price());
        assertEquals(103, rows.get(1).level().price());
        assertEquals(BookRows.Kind.EMPTY, rows.get(0).kind());
        assertEquals(99, rows.get(4).level().price());
        assertTrue(rows.get(2).best() && rows.get(4).best());
    }

    @Test
    void sumsRunFromTheBestPriceOutwards() {
        List<BookRows.Row> rows = BookRows.of(DEPTH, 7, 0).rows();
        assertEquals(20, rows.get(1).cumulative());
        assertEquals(60, rows.get(6).cumulative());
    }

    @Test
    void scrollingNeverLosesTheBook() {
        assertEquals(0, BookRows.clampScroll(DEPTH, 7, 5));
        assertEquals(-1, BookRows.clampScroll(DEPTH, 7, -100));
        assertEquals(BookRows.Kind.SPREAD, BookRows.of(DEPTH, 7, -1).rows().get(2).kind());
    }

    private static Depth.Level level(long price, long quantity) {
        return new Depth.Level(price, quantity, 1, 0);
    }
}
