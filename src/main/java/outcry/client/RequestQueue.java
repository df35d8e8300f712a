package outcry.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import outcry.market.Reason;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * A session's unanswered requests, in the order they were made: the first {@code sentCount} are on
 * the present connection, the others wait to be sent.
 *
 * <p>A command gets its number when it is first sent and keeps it on every later connection, so it
 * happens exactly once (G27). Answers are handed over in the order of the requests, each once. A
 * request refused because its node was busy was not sequenced: it and all that follow are sent
 * again, in the same order.
 *
 * <p>No I/O; owned by the client loop's thread.
 */
final class RequestQueue {
    /** How many requests may be on the way at a time; the others wait here. */
    static final int WINDOW = 256;

    /** What happened to the queue when an answer came. */
    enum Outcome {
        /** Nothing waited for it: a duplicate or late answer. */
        UNKNOWN,
        ANSWERED,
        /** Not sequenced: send again after a pause. */
        BUSY
    }

    /** How far the login to an account has come on the present connection. */
    enum Access {
        GRANTED,
        /** Asked for; wait. */
        PENDING,
        /** Refused, or never asked for. */
        DENIED
    }

    private final List<PendingRequest> requests = new ArrayList<>();
    private final LongSupplier sessionIds;
    private final Runnable onDelivered;
    private int sentCount;

    private MarketSession session;

    /**
     * @param sessionIds random ids for market sessions, never 0
     * @param onDelivered called before each answer is handed over
     */
    RequestQueue(LongSupplier sessionIds, Runnable onDelivered) {
        this.sessionIds = sessionIds;
        this.onDelivered = onDelivered;
        session = new MarketSession(sessionIds.getAsLong());
    }

    void add(PendingRequest request) {
        requests.add(request);
    }

    /**
     * The next message to send, which counts as sent from now on; null when there is nothing to
     * send now. Requests of accounts without access are refused here, each in its turn.
     *
     * @param queryId id for the message if it is a question
     * @param minIndex the least log index an answer to a question may reflect
     */
    ClientMessage next(
            long nowNanos, long queryId, long minIndex, Function<String, Access> access) {
        while (sentCount < requests.size() && sentCount < WINDOW) {
            PendingRequest request = requests.get(sentCount);
            if (request.isSettled()) {
                sentCount++;
                continue;
            }
            Access allowed = request.account().isEmpty() ? Access.GRANTED : access(request, access);
            if (allowed == Access.PENDING) {
                return null;
            }
            sentCount++;
            if (allowed == Access.DENIED) {
                request.refuse("not logged in to " + request.account() + ": log in first");
                deliverSettled();
                continue;
            }
            request.sentNanos = nowNanos;
            return message(request, queryId, minIndex);
        }
        return null;
    }

    private static Access access(PendingRequest request, Function<String, Access> access) {
        Access allowed = access.apply(request.account());
        boolean mayHaveHappened =
                request instanceof PendingRequest.OfCommand command && command.isNumbered();
        // Once sent to any node, only the market's answer tells what became of it: never guess.
        return allowed == Access.DENIED && mayHaveHappened ? Access.PENDING : allowed;
    }

    private ClientMessage message(PendingRequest request, long queryId, long minIndex) {
        if (request instanceof PendingRequest.OfQuery query) {
            return query.message(queryId, minIndex);
        }
        return ((PendingRequest.OfCommand) request).message(session);
    }

    /** An answer to a command arrived. */
    Outcome onAnswered(ServerMessage.Answered answered) {
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i) instanceof PendingRequest.OfCommand command
                    && command.is(answered.session(), answered.number())) {
                return onAnswered(i, command, answered);
            }
        }
        return Outcome.UNKNOWN;
    }

    private Outcome onAnswered(
            int place, PendingRequest.OfCommand command, ServerMessage.Answered answered) {
        Reason reason = answered.answer().reason();
        if (command.isSettled()) {
            return Outcome.UNKNOWN;
        }
        if (wasNotSequenced(reason)) {
            if (place >= sentCount) {
                return Outcome.UNKNOWN; // Already waits to be sent again.
            }
            rewindFrom(place);
            return Outcome.BUSY;
        }
        if (reason == Reason.SESSION_EXPIRED && command.session() == session) {
            session = new MarketSession(sessionIds.getAsLong()); // For what is not numbered yet.
        }
        command.settle(answered.answer(), answered.message());
        deliverSettled();
        return Outcome.ANSWERED;
    }

    /** Whether a refusal used up no number, so that the same request may be sent again. */
    private static boolean wasNotSequenced(Reason reason) {
        return reason == Reason.BUSY
                || reason == Reason.NOT_LOGGED_IN
                || reason == Reason.TOO_MANY_SESSIONS;
    }

    /**
     * A message that carries {@code id} arrived.
     *
     * @return false when no question on the way has this id
     */
    boolean onReply(long id, ServerMessage reply) {
        for (int i = 0; i < sentCount; i++) {
            if (requests.get(i) instanceof PendingRequest.OfQuery query && query.is(id)) {
                query.settle(reply);
                deliverSettled();
                return true;
            }
        }
        return false;
    }

    /** The connection is gone: everything unanswered is to be sent again, in order. */
    void rewind() {
        rewindFrom(0);
    }

    private void rewindFrom(int place) {
        for (int i = place; i < sentCount; i++) {
            requests.get(i).rewind();
        }
        sentCount = Math.min(sentCount, place);
    }

    /** Drops everything unanswered without an answer: the session is closed. */
    void clear() {
        requests.clear();
        sentCount = 0;
    }

    int size() {
        return requests.size();
    }

    /** Whether a command sent with this number waits for its answer. */
    boolean isOnTheWay(long number) {
        return requests.stream()
                .limit(sentCount)
                .anyMatch(
                        request ->
                                request instanceof PendingRequest.OfCommand command
                                        && command.isNumbered()
                                        && command.number() == number);
    }

    /** When the oldest request on the way was sent; {@code nowNanos} when none is. */
    long oldestSentNanos(long nowNanos) {
        return sentCount == 0 ? nowNanos : requests.get(0).sentNanos;
    }

    /** Hands over what is settled, as far as nothing unsettled stands before it. */
    private void deliverSettled() {
        while (!requests.isEmpty() && requests.get(0).isSettled()) {
            PendingRequest request = requests.remove(0);
            sentCount = Math.max(0, sentCount - 1);
            onDelivered.run();
            request.deliver();
        }
    }
}
