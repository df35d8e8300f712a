package outcry.client.model;

import java.util.ArrayList;
import java.util.List;
import outcry.market.DepthBook;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/**
 * One instrument's book, made from a snapshot and the changes after it, and proved by their
 * checksums (M18). When one does not hold, the book is not whole until a fresh snapshot arrives,
 * which is asked for once.
 */
public final class BookModel {
    private final String instrument;
    private final Runnable askForSnapshot;
    private final DepthBook book = new DepthBook();
    private long index;
    private boolean whole;
    private boolean asked;

    /** Whether the last change was one of several at one index, and more are to follow. */
    private boolean midChange;

    /**
     * @param askForSnapshot called when the book must be subscribed to anew
     */
    public BookModel(String instrument, Runnable askForSnapshot) {
        this.instrument = instrument;
        this.askForSnapshot = askForSnapshot;
    }

    public String instrument() {
        return instrument;
    }

    /**
     * Takes in a message of the feed; others than this book's are ignored.
     *
     * @return whether the book changed
     */
    public boolean onFeed(ServerMessage message) {
        if (message instanceof ServerMessage.Book snapshot
                && snapshot.instrument().equals(instrument)) {
            onSnapshot(snapshot);
            return true;
        }
        if (message instanceof ServerMessage.Level change
                && change.instrument().equals(instrument)) {
            return onLevel(change);
        }
        return false;
    }

    private void onSnapshot(ServerMessage.Book snapshot) {
        book.clear();
        snapshot.bids().forEach(level -> set(Side.BUY, level));
        snapshot.asks().forEach(level -> set(Side.SELL, level));
        index = snapshot.index();
        asked = false;
        midChange = false;
        whole = true;
        check(snapshot.checksum());
    }

    private void set(Side side, ServerMessage.PriceLevel level) {
        book.setLevel(side, level.price(), level.quantity(), level.orders());
    }

    private boolean onLevel(ServerMessage.Level change) {
        if (!whole || change.index() <= index && !isPartOf(change)) {
            return false; // Waits for a snapshot, or the snapshot knew of it already.
        }
        index = change.index();
        midChange = change.checksum() == 0;
        book.setLevel(change.side(), change.price(), change.quantity(), change.orders());
        if (!midChange) {
            check(change.checksum());
        }
        return true;
    }

    private boolean isPartOf(ServerMessage.Level change) {
        return midChange && change.index() == index;
    }

    private void check(long checksum) {
        if (book.checksum() != checksum) {
            whole = false;
            if (!asked) {
                asked = true;
                askForSnapshot.run();
            }
        }
    }

    /** Nothing is known any more: the connection is gone, a snapshot will come. */
    public void reset() {
        whole = false;
    }

    /**
     * The present book.
     *
     * @param levelsMax levels of each side at most, the best ones
     */
    public BookDepth depth(int levelsMax) {
        return new BookDepth(
                instrument,
                index,
                whole,
                levels(Side.BUY, levelsMax),
                levels(Side.SELL, levelsMax));
    }

    private List<BookDepth.Level> levels(Side side, int levelsMax) {
        List<BookDepth.Level> levels = new ArrayList<>();
        long cumulative = 0;
        for (DepthBook.Level level : book.best(side, levelsMax)) {
            cumulative += level.quantity();
            levels.add(
                    new BookDepth.Level(
                            level.price(), level.quantity(), level.orders(), cumulative));
        }
        return levels;
    }

    /** The best price of a side in cents, 0 when nobody is there or the book is not whole. */
    public long best(Side side) {
        List<DepthBook.Level> best = whole ? book.best(side, 1) : List.of();
        return best.isEmpty() ? 0 : best.get(0).price();
    }
}
