package outcry.desktop.trader.feed;

import java.util.List;
import outcry.desktop.parts.Depth;
import outcry.market.DepthBook;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** A book made of a snapshot and the level changes after it. Not thread-safe. */
final class BookState {
    /** More levels than any window shows. */
    private static final int LEVELS_SHOWN = 200;

    private final DepthBook book = new DepthBook();
    private long snapshotIndex;
    private long index;

    void reset(ServerMessage.Book snapshot) {
        book.clear();
        snapshot.bids().forEach(level -> set(Side.BUY, level));
        snapshot.asks().forEach(level -> set(Side.SELL, level));
        snapshotIndex = snapshot.index();
        index = snapshot.index();
    }

    /**
     * Applies a change; one that is not newer than the snapshot is in it already.
     *
     * @return false when the exchange's checksum proves that this is not its book any more
     */
    boolean apply(ServerMessage.Level level) {
        if (level.index() <= snapshotIndex) {
            return true;
        }
        index = level.index();
        book.setLevel(level.side(), level.price(), level.quantity(), level.orders());
        return level.checksum() == 0 || level.checksum() == book.checksum();
    }

    long index() {
        return index;
    }

    List<Depth.Level> shown(Side side) {
        return book.best(side, LEVELS_SHOWN).stream()
                .map(level -> new Depth.Level(level.price(), level.quantity(), level.orders(), 0))
                .toList();
    }

    private void set(Side side, ServerMessage.PriceLevel level) {
        book.setLevel(side, level.price(), level.quantity(), level.orders());
    }
}
