package outcry.market.rules;

import java.util.Arrays;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/**
 * The waiting orders whose stop price the last trade has reached, taken out of their queues until
 * they are entered: those reached at the same time in the order of acceptance (M8), all of them
 * before those that their own trades reach.
 */
final class Triggers {
    private final MarketState state;
    private final OrderBooks books;
    private long[] ids = new long[16];
    private int next;
    private int end;

    Triggers(MarketState state) {
        this.state = state;
        this.books = state.books;
    }

    boolean hasNext() {
        return next < end;
    }

    /** The id of the order to be entered next; it stands in no queue. */
    long next() {
        return ids[next++];
    }

    /** Adds what the last trade has reached, while trading is continuous. */
    void collect(int instrument, MarketListener listener) {
        if (!books.hasStops(instrument)) {
            return;
        }
        long last = state.terms.last(instrument);
        if (last == 0 || !state.terms.isContinuous(instrument)) {
            return;
        }
        if (next == end) {
            next = 0;
            end = 0;
        }
        int begin = end;
        collect(instrument, Side.BUY, last);
        collect(instrument, Side.SELL, last);
        Arrays.sort(ids, begin, end);
        for (int i = begin; i < end; i++) {
            listener.triggered(ids[i], books.account(books.find(ids[i])), instrument);
        }
    }

    private void collect(int instrument, Side side, long last) {
        int slot = books.firstStop(instrument, side);
        while (slot != OrderBooks.NONE && side.crosses(last, books.extra(slot))) {
            if (end == ids.length) {
                ids = Arrays.copyOf(ids, end * 2);
            }
            ids[end++] = books.id(slot);
            books.withdraw(slot);
            slot = books.firstStop(instrument, side);
        }
    }
}
