package outcry.cli.headless;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes events as JSON lines on a thread of its own, so that a slow reader of standard output
 * never holds up the node. Bounded: what does not fit is dropped, and how much is told by a {@code
 * dropped} event.
 */
final class EventWriter {
    private static final int CAPACITY = 8_192;

    /** Ends the thread; compared by identity. */
    private static final JsonObject END = new JsonObject();

    private final BlockingQueue<JsonObject> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private final PrintStream out;
    private final Thread thread = new Thread(this::run, "events");

    EventWriter(PrintStream out) {
        this.out = out;
        thread.setDaemon(true);
    }

    /** Writes {@code first}, then everything offered before and after. */
    void start(JsonObject first) {
        write(first);
        thread.start();
    }

    /** Any thread; returns at once. */
    void offer(JsonObject event) {
        if (!waiting.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    /** Writes what is waiting, for at most {@code millis}; nothing is written afterwards. */
    void close(long millis) throws InterruptedException {
        if (waiting.offer(END, millis, TimeUnit.MILLISECONDS)) {
            thread.join(millis);
        }
    }

    private void run() {
        try {
            for (JsonObject event = waiting.take(); event != END; event = waiting.take()) {
                write(event);
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    JsonObject gap = NodeEvents.event("dropped");
                    gap.addProperty("count", lost);
                    write(gap);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(JsonObject event) {
        out.println(gson.toJson(event));
        out.flush();
    }
}
