package outcry.desktop.parts;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of an order book are seen: asks above, the spread, bids below.
 *
 * @param rows top to bottom
 */
record BookRows(List<Row> rows) {
    /** What a row shows. */
    enum Kind {
        ASK,
        SPREAD,
        BID,
        EMPTY
    }

    /**
     * One row.
     *
     * @param level null for the spread and for an empty row
     * @param cumulative shares from the best price of its side to here
     * @param best whether it is the best price of its side
     */
    record Row(Kind kind, Depth.Level level, long cumulative, boolean best) {
        static final Row SPREAD = new Row(Kind.SPREAD, null, 0, false);
        static final Row EMPTY = new Row(Kind.EMPTY, null, 0, false);
    }

    /**
     * @param visible number of rows there is room for
     * @param scroll rows that the spread is away from the middle; positive shows higher prices
     */
    static BookRows of(Depth depth, int visible, int scroll) {
        int spreadRow = visible / 2 + scroll;
        List<Row> asks = side(Kind.ASK, depth.asks());
        List<Row> bids = side(Kind.BID, depth.bids());
        List<Row> rows = new ArrayList<>(visible);
        for (int i = 0; i < visible; i++) {
            if (i == spreadRow) {
                rows.add(Row.SPREAD);
            } else {
                List<Row> side = i < spreadRow ? asks : bids;
                int n = Math.abs(i - spreadRow) - 1;
                rows.add(n < side.size() ? side.get(n) : Row.EMPTY);
            }
        }
        return new BookRows(rows);
    }

    /** The scroll nearest to {@code scroll} that keeps some of the book in sight. */
    static int clampScroll(Depth depth, int visible, int scroll) {
        int most = Math.max(0, depth.asks().size() - visible / 2 + 1);
        int least = -Math.max(0, depth.bids().size() - visible / 2 + 1);
        return Math.max(least, Math.min(most, scroll));
    }

    /** Largest quantity at one price in sight, at least 1. */
    long largest() {
        long largest = 1;
        for (Row row : rows) {
            if (row.level != null) {
                largest = Math.max(largest, row.level.quantity());
            }
        }
        return largest;
    }

    /** Largest running sum in sight, at least 1. */
    long largestCumulative() {
        return Math.max(1, rows.stream().mapToLong(Row::cumulative).max().orElse(1));
    }

    private static List<Row> side(Kind kind, List<Depth.Level> levels) {
        List<Row> rows = new ArrayList<>(levels.size());
        long sum = 0;
        for (Depth.Level level : levels) {
            sum += level.quantity();
            rows.add(new Row(kind, level, sum, rows.isEmpty()));
        }
        return rows;
    }
}
