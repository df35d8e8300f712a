package outcry.simulation.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
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

    private final TreeMap<Long, ArrayDeque<Waiting>> bySession = new TreeMap<>();

    boolean isEmpty() {
        return bySession.isEmpty();
    }

    void add(TraderConnection connection, Request request) {
        ArrayDeque<Waiting> session =
                bySession.computeIfAbsent(request.session(), id -> new ArrayDeque<>());
        Waiting last = session.peekLast();
        if (last != null && last.connection != connection) {
            session.clear(); // the trader came back on a new connection and sends all again
        }
        session.add(new Waiting(connection, request));
    }

    void forget(TraderConnection connection) {
        for (Iterator<ArrayDeque<Waiting>> it = bySession.values().iterator(); it.hasNext(); ) {
            ArrayDeque<Waiting> session = it.next();
            session.removeIf(waiting -> waiting.connection == connection);
            if (session.isEmpty()) {
                it.remove();
            }
        }
    }

    /** Everything may have been lost with the leader: propose all again. */
    void onLeaderChanged() {
        for (ArrayDeque<Waiting> session : bySession.values()) {
            proposeAgain(session);
        }
    }

    /** Notes what became of {@code request} and answers what can be answered in order. */
    void onApplied(Request request, Verdict verdict) {
        ArrayDeque<Waiting> session = bySession.get(request.session());
        if (session == null) {
            return; // another node's trader
        }
        if (verdict.kind() == Verdict.Kind.EARLY) {
            proposeAgain(session);
            return;
        }
        for (Waiting waiting : session) {
            if (waiting.request.number() == request.number()) {
                waiting.answer = verdict.answer();
            }
        }
        while (!session.isEmpty() && session.peek().answer != null) {
            Waiting head = session.remove();
            head.connection.answer(head.request.number(), head.answer);
        }
        if (session.isEmpty()) {
            bySession.remove(request.session());
        }
    }

    /** Proposes what is due, each session in order, until the group takes no more. */
    void propose(long nowNanos, Function<byte[], Proposed> group) {
        List<ArrayDeque<Waiting>> sessions = new ArrayList<>(bySession.values());
        for (ArrayDeque<Waiting> session : sessions) {
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
