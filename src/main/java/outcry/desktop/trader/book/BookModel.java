package outcry.desktop.trader.book;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.desktop.parts.Depth;
import outcry.desktop.trader.blotter.OrdersModel;
import outcry.market.Side;

/** The chosen instrument's book with the account's own shares marked. JavaFX thread only. */
public final class BookModel {
    private final OrdersModel orders;
    private final ReadOnlyObjectWrapper<Depth> depth =
            new ReadOnlyObjectWrapper<>(this, "depth", Depth.NONE);
    private String instrument = "";
    private long tick = 1;
    private long index;
    private List<Depth.Level> bids = List.of();
    private List<Depth.Level> asks = List.of();

    public BookModel(OrdersModel orders) {
        this.orders = orders;
        orders.versionProperty().addListener(o -> refresh());
    }

    /** The book is of this instrument now; what was shown of another is forgotten. */
    public void open(String symbol, long newTick) {
        instrument = symbol;
        tick = Math.max(1, newTick);
        index = 0;
        bids = List.of();
        asks = List.of();
        refresh();
    }

    /**
     * What is shown is not the exchange's book any more: nothing is shown until it is told anew.
     */
    public void forget() {
        open(instrument, tick);
    }

    public void setTick(long newTick) {
        if (newTick != tick && newTick > 0) {
            tick = newTick;
            refresh();
        }
    }

    public void show(
            String symbol, long newIndex, List<Depth.Level> newBids, List<Depth.Level> newAsks) {
        if (symbol.equals(instrument)) {
            index = newIndex;
            bids = newBids;
            asks = newAsks;
            refresh();
        }
    }

    public ReadOnlyObjectProperty<Depth> depthProperty() {
        return depth.getReadOnlyProperty();
    }

    private void refresh() {
        depth.set(
                new Depth(
                        instrument,
                        tick,
                        index,
                        marked(bids, orders.ownAt(instrument, Side.BUY)),
                        marked(asks, orders.ownAt(instrument, Side.SELL))));
    }

    private static List<Depth.Level> marked(List<Depth.Level> levels, Map<Long, Long> own) {
        return own.isEmpty()
                ? levels
                : levels.stream()
                        .map(
                                level ->
                                        new Depth.Level(
                                                level.price(),
                                                level.quantity(),
                                                level.orders(),
                                                own.getOrDefault(level.price(), 0L)))
                        .toList();
    }
}
