package outcry.gateway.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import outcry.market.DepthBook;
import outcry.market.Phase;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** One instrument: its terms, its book, its latest trades. */
public final class InstrumentModel {
    /** Trades kept for those who ask later. */
    public static final int TRADES_KEPT = 200;

    private final int number;
    private final String symbol;
    private final String name;
    private final long tick;
    private final long lot;
    private final DepthBook book;
    private final Deque<ServerMessage.Trade> trades = new ArrayDeque<>();
    private Phase phase = Phase.CONTINUOUS;
    private ServerMessage.InstrumentTerms terms = ServerMessage.InstrumentTerms.NONE;

    /** While orders are collected and somebody has asked what the auction would do; else null. */
    private AuctionInterest interest;

    private long pool;
    private long last;
    private long volume;

    InstrumentModel(
            int number,
            String symbol,
            String name,
            long tick,
            long lot,
            long pool,
            ModelListener listener) {
        this.number = number;
        this.symbol = symbol;
        this.name = name;
        this.tick = tick;
        this.lot = lot;
        this.pool = pool;
        this.book =
                new DepthBook(
                        number,
                        (side, price, quantity, orders) ->
                                listener.levelChanged(this, side, price, quantity, orders));
    }

    public int number() {
        return number;
    }

    public String symbol() {
        return symbol;
    }

    public long checksum() {
        return book.checksum();
    }

    /** The whole book as a message. */
    public ServerMessage.Book book(long id, long index) {
        return new ServerMessage.Book(
                id, symbol, index, levels(Side.BUY), levels(Side.SELL), book.checksum());
    }

    /** The latest trades, at most {@link #TRADES_KEPT}, oldest first. */
    public ServerMessage.Trades trades(long id) {
        return new ServerMessage.Trades(id, symbol, List.copyOf(trades));
    }

    public ServerMessage.Instrument toMessage() {
        return new ServerMessage.Instrument(
                symbol,
                name,
                tick,
                lot,
                pool,
                last,
                volume,
                best(Side.BUY),
                best(Side.SELL),
                phase,
                terms,
                interest == null
                        ? ServerMessage.Indication.NONE
                        : interest.indication(terms.reference() != 0 ? terms.reference() : last));
    }

    DepthBook depth() {
        return book;
    }

    void setPhase(Phase newPhase) {
        phase = newPhase;
        if (!phase.collects()) {
            interest = null;
        }
    }

    void setTerms(ServerMessage.InstrumentTerms newTerms) {
        terms = newTerms;
    }

    void setLast(long price) {
        last = price;
    }

    /** Whether nobody has asked yet what the auction would do that collects orders now. */
    boolean lacksInterest() {
        return phase.collects() && interest == null;
    }

    /** From now on hears of every change of what rests. */
    void openInterest() {
        interest = new AuctionInterest();
    }

    /** {@code by} more shares rest at a price; fewer when it is negative. */
    void restingChanged(Side side, long price, long by) {
        if (interest != null) {
            interest.change(side, price, by);
        }
    }

    void setPool(long left) {
        pool = left;
    }

    void add(ServerMessage.Trade trade) {
        last = trade.price();
        volume += trade.quantity();
        if (trades.size() == TRADES_KEPT) {
            trades.removeFirst();
        }
        trades.addLast(trade);
    }

    private List<ServerMessage.PriceLevel> levels(Side side) {
        List<ServerMessage.PriceLevel> levels = new ArrayList<>(book.size(side));
        for (DepthBook.Level level : book.best(side, Integer.MAX_VALUE)) {
            levels.add(
                    new ServerMessage.PriceLevel(level.price(), level.quantity(), level.orders()));
        }
        return levels;
    }

    private long best(Side side) {
        List<DepthBook.Level> best = book.best(side, 1);
        return best.isEmpty() ? 0 : best.get(0).price();
    }
}
