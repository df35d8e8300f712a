package outcry.desktop.trader.feed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import outcry.client.ConnectionStatus;
import outcry.client.SessionListener;
import outcry.client.model.BookDepth;
import outcry.client.model.BookModel;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.FrameConflator;
import outcry.desktop.parts.FrameQueue;
import outcry.wire.trader.ServerMessage;

/**
 * Hears a session on the client loop's thread and tells a {@link FeedSink} on JavaFX's. Level
 * changes are applied here, and a book is copied only when JavaFX is ready for it: five thousand
 * changes a second cost a window no more than the frames it paints.
 */
public final class TraderFeed implements SessionListener {
    /** Fills and orders that may wait for a window that stands still. */
    private static final int EVENTS_WAITING = 20_000;

    /** States of the connection that may wait: many minutes of failovers. */
    private static final int STATES_WAITING = 2_000;

    /** More levels than any window shows. */
    private static final int LEVELS_SHOWN = 200;

    private final FeedSink sink;
    private final LongSupplier nanoTime;
    private final FrameQueue<Heard> connection;
    private final FrameConflator<ServerMessage.Instruments> instruments;
    private final FrameConflator<ServerMessage.Members> members;
    private final FrameConflator<ServerMessage.AccountState> account;
    private final FrameQueue<ServerMessage> events;
    private final AtomicBoolean flushWaiting = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Guarded by itself, like {@link #changed}. */
    private final Map<String, BookModel> books = new HashMap<>();

    private final Set<String> changed = new LinkedHashSet<>();

    private long droppedBefore;

    private record Heard(ConnectionStatus status, long nanos) {}

    public TraderFeed(FeedSink sink) {
        this(sink, System::nanoTime);
    }

    public TraderFeed(FeedSink sink, LongSupplier nanoTime) {
        this.sink = sink;
        this.nanoTime = nanoTime;
        connection = new FrameQueue<>(STATES_WAITING, batch -> ifOpen(() -> showStates(batch)));
        instruments = new FrameConflator<>(list -> ifOpen(() -> sink.onInstruments(list)));
        members = new FrameConflator<>(list -> ifOpen(() -> sink.onMembers(list)));
        account = new FrameConflator<>(state -> ifOpen(() -> sink.onAccount(state)));
        events = new FrameQueue<>(EVENTS_WAITING, batch -> ifOpen(() -> showEvents(batch)));
    }

    /** Nothing reaches the sink any more. JavaFX thread. */
    public void close() {
        closed.set(true);
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        connection.offer(new Heard(status, nanoTime.getAsLong()));
    }

    @Override
    public void onFeed(ServerMessage message) {
        if (message instanceof ServerMessage.Level level) {
            changeBook(level.instrument(), level);
        } else if (message instanceof ServerMessage.Book book) {
            changeBook(book.instrument(), book);
        } else if (message instanceof ServerMessage.Instruments list) {
            instruments.offer(list);
        } else if (message instanceof ServerMessage.Members list) {
            members.offer(list);
        } else if (message instanceof ServerMessage.AccountState state) {
            account.offer(state);
        } else if (!(message instanceof ServerMessage.Heartbeat)) {
            // A heartbeat is seen in the connection's status.
            events.offer(message);
        }
    }

    /** Forgets a book that is no longer subscribed to. Any thread. */
    public void forget(String instrument) {
        synchronized (books) {
            books.remove(instrument);
            changed.remove(instrument);
        }
    }

    private void changeBook(String instrument, ServerMessage change) {
        synchronized (books) {
            if (change instanceof ServerMessage.Book) {
                books.computeIfAbsent(instrument, name -> new BookModel(name, () -> lost(name)));
            }
            BookModel book = books.get(instrument);
            // Without a snapshot it is a late change of a subscription just ended.
            if (book == null || !book.onFeed(change)) {
                return;
            }
            changed.add(instrument);
        }
        flushSoon();
    }

    private void lost(String instrument) {
        Platform.runLater(() -> ifOpen(() -> sink.onBookLost(instrument)));
    }

    private void flushSoon() {
        if (flushWaiting.compareAndSet(false, true)) {
            Platform.runLater(this::flush);
        }
    }

    private void flush() {
        flushWaiting.set(false);
        ifOpen(() -> takeChanged().forEach(this::show));
    }

    private List<BookDepth> takeChanged() {
        synchronized (books) {
            List<BookDepth> copies =
                    changed.stream()
                            .map(name -> books.get(name).depth(LEVELS_SHOWN))
                            .filter(BookDepth::whole)
                            .toList();
            changed.clear();
            return copies;
        }
    }

    private void show(BookDepth book) {
        sink.onBook(book.instrument(), book.index(), levels(book.bids()), levels(book.asks()));
    }

    private static List<Depth.Level> levels(List<BookDepth.Level> side) {
        return side.stream()
                .map(level -> new Depth.Level(level.price(), level.quantity(), level.orders(), 0))
                .toList();
    }

    private void showStates(List<Heard> batch) {
        batch.forEach(heard -> sink.onConnection(heard.status(), heard.nanos()));
    }

    private void showEvents(List<ServerMessage> batch) {
        long dropped = events.dropped();
        sink.onEvents(batch, dropped - droppedBefore);
        droppedBefore = dropped;
    }

    private void ifOpen(Runnable action) {
        if (!closed.get()) {
            action.run();
        }
    }
}
