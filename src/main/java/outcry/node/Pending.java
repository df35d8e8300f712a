package outcry.node;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;

/**
 * The requests of this node's traders that were not applied yet. Each is proposed until it is
 * applied or forgotten, those of one session in the order of their numbers; that some are sequenced
 * twice does no harm, because the exchange decides each number once (G27).
 *
 * <p>Bounded: {@link #REQUESTS_MAX} are kept, and no more are under way than the window, which
 * halves when the leader is busy. Node's thread, except {@link #reserve} and {@link #release}.
 */
final class Pending {
    /** Requests kept; more are refused as BUSY (G29). */
    static final int REQUESTS_MAX = 8_192;

    private static final long MILLI = 1_000_000;
    private static final int WINDOW_MAX = 2_048;
    private static final int WINDOW_MIN = 64;
    private static final long REFUSED_PAUSE_NANOS = 10 * MILLI;
    private static final long BUSY_PAUSE_NANOS = 20 * MILLI;
    private static final long EARLY_PAUSE_NANOS = 100 * MILLI;
    private static final long TIMEOUT_MIN_NANOS = 1_000 * MILLI;
    private static final long TIMEOUT_MAX_NANOS = 8_000 * MILLI;

    /** Where a request is on its way. */
    private enum Stage {
        QUEUED,
        UNDER_WAY,
        DONE
    }

    private static final class Waiting {
        private final byte[] command;
        private Stage stage;
        private long proposedAtNanos;

        private Waiting(byte[] command) {
            this.command = command;
        }
    }

    /** The requests of one session by number. */
    private static final class SessionRequests {
        private final TreeMap<Long, Waiting> byNumber = new TreeMap<>();
        private long againNotBeforeNanos;

        private SessionRequests(long nowNanos) {
            againNotBeforeNanos = nowNanos;
        }
    }

    private final AtomicInteger reserved = new AtomicInteger();
    private final Map<Long, SessionRequests> sessions = new LinkedHashMap<>();

    /** Requests without a session, by their bytes. */
    private final Map<ByteBuffer, Waiting> anonymous = new LinkedHashMap<>();

    private final Deque<Waiting> queue = new ArrayDeque<>();

    /** What is under way, oldest first; what is done is taken out when it comes to the front. */
    private final Deque<Waiting> underWay = new ArrayDeque<>();

    private int underWayCount;
    private int window = WINDOW_MAX;
    private long notBeforeNanos;
    private long timeoutNanos = TIMEOUT_MIN_NANOS;
    private boolean repeatWhenDue;

    Pending(long nowNanos) {
        notBeforeNanos = nowNanos;
    }

    /** Takes a place for one request that {@link #add} will bring; false when all are taken. */
    boolean reserve() {
        if (reserved.incrementAndGet() > REQUESTS_MAX) {
            reserved.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Gives a place back that {@link #add} will not use. Any thread. */
    void release() {
        reserved.decrementAndGet();
    }

    /** Keeps a request for which a place was reserved. */
    void add(Request request, long nowNanos) {
        byte[] command = CommandCodec.encode(request);
        Waiting waiting = new Waiting(command);
        Waiting earlier =
                request.session() == 0
                        ? anonymous.putIfAbsent(ByteBuffer.wrap(command), waiting)
                        : sessions.computeIfAbsent(
                                        request.session(), none -> new SessionRequests(nowNanos))
                                .byNumber
                                .putIfAbsent(request.number(), waiting);
        if (earlier == null) {
            enqueue(waiting);
        } else {
            release(); // Sent again by its client, while it is kept already.
        }
    }

    /** The session's connection is gone. */
    void forget(long session) {
        SessionRequests requests = sessions.remove(session);
        if (requests != null) {
            requests.byNumber.values().forEach(this::done);
        }
    }

    /** A request was applied, whoever had proposed it. */
    void applied(Request request, byte[] command, Verdict verdict, long nowNanos) {
        if (request.session() == 0) {
            done(anonymous.remove(ByteBuffer.wrap(command)));
            return;
        }
        SessionRequests requests = sessions.get(request.session());
        if (requests == null) {
            return;
        }
        if (verdict.kind() == Verdict.Kind.EARLY) {
            early(request.session(), requests, request.number(), nowNanos);
        } else {
            remove(request.session(), requests, request.number());
        }
    }

    /** What was proposed may be lost: proposes it all again, after a pause when too busy. */
    void lost(boolean busy, long nowNanos) {
        if (busy) {
            window = Math.max(WINDOW_MIN, window / 2);
            notBeforeNanos = nowNanos + BUSY_PAUSE_NANOS;
        } else {
            notBeforeNanos = nowNanos;
        }
        repeatWhenDue = true;
    }

    /** Proposes what may be proposed now. */
    void propose(long nowNanos, Replication replication) {
        if (nowNanos - notBeforeNanos < 0) {
            return;
        }
        if (repeatWhenDue || isOverdue(nowNanos)) {
            repeatAll();
        }
        while (underWayCount < window && !queue.isEmpty()) {
            Waiting waiting = queue.peek();
            if (waiting.stage == Stage.QUEUED) {
                if (!replication.propose(waiting.command)) {
                    notBeforeNanos = nowNanos + REFUSED_PAUSE_NANOS;
                    return;
                }
                waiting.stage = Stage.UNDER_WAY;
                waiting.proposedAtNanos = nowNanos;
                underWay.add(waiting);
                underWayCount++;
            }
            queue.remove();
        }
    }

    /** When {@link #propose} has something to do again, if nothing else happens before. */
    long nextDeadlineNanos(long nowNanos) {
        if (repeatWhenDue || !queue.isEmpty() && underWayCount < window) {
            return notBeforeNanos;
        }
        Waiting oldest = oldestUnderWay();
        return oldest == null
                ? nowNanos + TIMEOUT_MAX_NANOS
                : oldest.proposedAtNanos + timeoutNanos;
    }

    /** Requests kept. */
    int size() {
        return reserved.get();
    }

    /**
     * An earlier request of the session is missing. When it is kept here too, all of the session
     * follow each other again; else its client left a gap, and the traders' door turns it away.
     */
    private void early(long session, SessionRequests requests, long number, long nowNanos) {
        if (requests.byNumber.firstKey() == number) {
            remove(session, requests, number);
        } else if (requests.byNumber.containsKey(number)
                && nowNanos - requests.againNotBeforeNanos >= 0) {
            // Once for all that were proposed together: each of them comes back as early.
            requests.againNotBeforeNanos = nowNanos + EARLY_PAUSE_NANOS;
            repeat(requests);
        }
    }

    private void remove(long session, SessionRequests requests, long number) {
        done(requests.byNumber.remove(number));
        if (requests.byNumber.isEmpty()) {
            sessions.remove(session);
        }
    }

    private boolean isOverdue(long nowNanos) {
        Waiting oldest = oldestUnderWay();
        if (oldest == null || nowNanos - oldest.proposedAtNanos < timeoutNanos) {
            return false;
        }
        timeoutNanos = Math.min(TIMEOUT_MAX_NANOS, 2 * timeoutNanos);
        return true;
    }

    private Waiting oldestUnderWay() {
        while (!underWay.isEmpty() && underWay.peek().stage != Stage.UNDER_WAY) {
            underWay.remove();
        }
        return underWay.peek();
    }

    private void repeatAll() {
        repeatWhenDue = false;
        queue.clear();
        underWay.clear();
        underWayCount = 0;
        anonymous.values().forEach(this::enqueue);
        sessions.values().forEach(requests -> requests.byNumber.values().forEach(this::enqueue));
    }

    /** Puts the requests of one session into the queue anew, in order. */
    private void repeat(SessionRequests requests) {
        Set<Waiting> again = Collections.newSetFromMap(new IdentityHashMap<>());
        again.addAll(requests.byNumber.values());
        again.stream().filter(w -> w.stage == Stage.UNDER_WAY).forEach(w -> underWayCount--);
        queue.removeIf(again::contains);
        requests.byNumber.values().forEach(this::enqueue);
    }

    private void enqueue(Waiting waiting) {
        waiting.stage = Stage.QUEUED;
        queue.add(waiting);
    }

    private void done(Waiting waiting) {
        if (waiting == null) {
            return;
        }
        if (waiting.stage == Stage.UNDER_WAY) {
            underWayCount--;
        }
        waiting.stage = Stage.DONE;
        reserved.decrementAndGet();
        window = Math.min(WINDOW_MAX, window + 1);
        timeoutNanos = TIMEOUT_MIN_NANOS;
    }
}
