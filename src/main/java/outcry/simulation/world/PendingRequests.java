package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import outcry.group.GroupMember.Proposed;
import outcry.market.Answer;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;

/**
 * What traders connected to one process asked and have no answer to yet (G26). Requests of one
 * session are proposed in order, proposed anew when they may have been lost, and answered in order.
 */
final class PendingRequests {
    private static final long LOST_AFTER_NANOS = 1_000_000_000L;

    private static final class Waiting {
        final TraderConnection connection;
        final Request request;
        final byte[] bytes;
        boolean proposed;
        long proposedAtNanos;
        Answer answer;

        Waiting(TraderConnection connection, Request request) {
            this.connection = connection;
            this.request = request;
            this.bytes = CommandCodec.encode(request);
        }
    }

    /**
     * In the order of connecting: a trader that comes back may still have requests on the old one.
     */
    private final Map<TraderConnection, ArrayDeque<Waiting>> byConnection = new LinkedHashMap<>();

    boolean isEmpty() {
        return byConnection.isEmpty();
    }

    void add(TraderConnection connection, Request request) {
        byConnection
                .computeIfAbsent(connection, key -> new ArrayDeque<>())
                .add(new Waiting(connection, request));
    }

    void forget(TraderConnection connection) {
        byConnection.remove(connection);
    }

    /** Everything may have been lost with the leader: propose all again. */
    void onLeaderChanged() {
        byConnection.values().forEach(PendingRequests::proposeAgain);
    }

    /** Notes what became of {@code request} and answers what can be answered in order. */
    void onApplied(Request request, Verdict verdict) {
        for (ArrayDeque<Waiting> waiting : List.copyOf(byConnection.values())) {
            if (waiting.peek().request.session() == request.session()) {
                onApplied(waiting, request, verdict);
            }
        }
    }

    private void onApplied(ArrayDeque<Waiting> session, Request request, Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.EARLY) {
            proposeAgain(session);
            return;
        }
        for (Waiting waiting : session) {
            if (waiting.request.number() == request.number()) {
                waiting.answer = verdict.answer();
            }
        }
        TraderConnection connection = session.peek().connection;
        while (!session.isEmpty() && session.peek().answer != null) {
            Waiting head = session.remove();
            connection.answer(head.request.number(), head.answer);
        }
        if (session.isEmpty()) {
            byConnection.remove(connection);
        }
    }

    /** Proposes what is due, each session in order, until the group takes no more. */
    void propose(long nowNanos, Function<byte[], Proposed> group) {
        for (ArrayDeque<Waiting> session : byConnection.values()) {
            Waiting head = session.peek();
            if (head.proposed && nowNanos - head.proposedAtNanos >= LOST_AFTER_NANOS) {
                proposeAgain(session);
            }
            for (Waiting waiting : session) {
                if (waiting.proposed || waiting.answer != null) {
                    continue;
                }
                Proposed proposed = group.apply(waiting.bytes);
                if (proposed == Proposed.NO_LEADER || proposed == Proposed.BUSY) {
                    return;
                }
                waiting.proposed = true;
                waiting.proposedAtNanos = nowNanos;
            }
        }
    }

    private static void proposeAgain(ArrayDeque<Waiting> session) {
        for (Waiting waiting : session) {
            waiting.proposed = false;
        }
    }
}
