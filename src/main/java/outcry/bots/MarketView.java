package outcry.bots;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outcry.client.model.AccountModel;
import outcry.client.model.BookModel;
import outcry.client.model.InstrumentsModel;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** The market as one bot sees it. Owned by the loop's thread. */
final class MarketView {
    private static final int FILLS_KEPT = 10;

    private final List<String> instruments;
    private final FairValues fairValues;
    private final AccountModel account;
    private final InstrumentsModel listed = new InstrumentsModel();
    private final Map<String, BookModel> books = new HashMap<>();

    MarketView(String account, List<String> instruments, FairValues fairValues) {
        this.instruments = instruments;
        this.fairValues = fairValues;
        this.account = new AccountModel(account, FILLS_KEPT);
    }

    /** Adds a book that asks for a snapshot when it is broken. */
    void addBook(String instrument, Runnable askForSnapshot) {
        books.put(instrument, new BookModel(instrument, askForSnapshot));
    }

    void onFeed(ServerMessage message) {
        account.onFeed(message);
        listed.onFeed(message);
        for (BookModel book : books.values()) {
            book.onFeed(message);
        }
    }

    String account() {
        return account.account();
    }

    List<String> instruments() {
        return instruments;
    }

    /** The best price of a side in cents, 0 when there is none. */
    long best(String instrument, Side side) {
        BookModel book = books.get(instrument);
        return book == null ? 0 : book.best(side);
    }

    /** What the bots think the instrument is worth, in cents. */
    long fairPrice(String instrument) {
        return fairValues.cents(instrument);
    }

    List<ServerMessage.OrderState> workingOrders() {
        return account.workingOrders();
    }

    long cashAvailable() {
        return account.balance().cashAvailable();
    }

    long sharesAvailable(String instrument) {
        return account.holding(instrument).available();
    }

    /** The multiple of the tick nearest to {@code cents}, at least one tick. */
    long onTick(String instrument, long cents) {
        ServerMessage.Instrument terms = listed.instrument(instrument);
        long tick = terms == null ? 1 : Math.max(1, terms.tick());
        return Math.max(1, Math.round((double) cents / tick)) * tick;
    }

    /** {@code lots} lots in shares. */
    long lots(String instrument, long lots) {
        ServerMessage.Instrument terms = listed.instrument(instrument);
        return lots * (terms == null ? 1 : Math.max(1, terms.lot()));
    }
}
