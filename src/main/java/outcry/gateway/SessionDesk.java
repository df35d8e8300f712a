package outcry.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.Reasons;
import outcry.wire.trader.ServerMessage;

/**
 * Which connection a session's requests came over, and which of them wait for the log (G27). A
 * session belongs to the connection that used it last: a trader that comes back takes it along.
 */
final class SessionDesk {
    private static final class Session {
        final Conversation owner;
        final TreeMap<Long, Pending.Submitted> waiting = new TreeMap<>();

        /** The first number that was turned away and not sent again, or 0; later ones must wait. */
        long missing;

        Session(Conversation owner) {
            this.owner = owner;
        }

        /** {@code number} was turned away: it must come before any later one. */
        void expect(long number) {
            missing = missing == 0 ? number : Math.min(missing, number);
        }
    }

    private final Backend backend;
    private final Map<Long, Session> sessions = new HashMap<>();

    /** Sessions with requests that must be submitted again and could not be. */
    private final Set<Session> stalled = new LinkedHashSet<>();

    SessionDesk(Backend backend) {
        this.backend = backend;
    }

    /**
     * Takes a command in, or answers it at once when it cannot be.
     *
     * @return null when this number is on its way already: its one answer will come in the first
     *     one's place
     */
    Pending submit(Conversation owner, ClientMessage.Submit submit) {
        Session session = sessionOf(owner, submit.session());
        long number = submit.number();
        if (session.waiting.containsKey(number)) {
            return null;
        }
        Pending.Submitted pending = new Pending.Submitted(submit);
        if (session.missing != 0 && number > session.missing) {
            outOfTurn(pending, session.missing);
        } else if (!owner.isLoggedIn(submit.command().account())) {
            turnAway(session, pending, Reason.NOT_LOGGED_IN);
        } else if (!backend.submit(request(submit))) {
            turnAway(session, pending, Reason.BUSY);
        } else {
            session.missing = session.missing == number ? 0 : session.missing;
            session.waiting.put(number, pending);
        }
        return pending;
    }

    /** A request was applied: if it is one of ours, its answer is there. */
    void applied(Request request, Verdict verdict, long nowNanos) {
        Session session = sessions.get(request.session());
        Pending.Submitted pending = session == null ? null : session.waiting.get(request.number());
        if (pending == null) {
            return; // Of another node's trader, answered already, or its trader has gone.
        }
        if (verdict.kind() == Verdict.Kind.EARLY) {
            pending.setEarly(true);
            turnAwayEarlyOnes(session, request.number() - 1);
        } else {
            session.waiting.remove(request.number());
            keep(pending, verdict.answer(), Reasons.explain(pending.command(), verdict.answer()));
            if (verdict.kind() == Verdict.Kind.REFUSED) {
                session.expect(request.number());
                turnAwayEarlyOnes(session, request.number());
            } else {
                submitEarlyOnes(session);
            }
        }
        session.owner.advance(nowNanos);
    }

    /** Submits again what could not be. */
    void tick() {
        for (Session session : List.copyOf(stalled)) {
            submitEarlyOnes(session);
        }
    }

    /** The connection is gone, and with it those of its sessions that still belong to it. */
    void release(Conversation owner, Collection<Long> ids) {
        for (long id : ids) {
            Session session = sessions.get(id);
            if (session != null && session.owner == owner) {
                sessions.remove(id);
                stalled.remove(session);
                backend.forget(id);
            }
        }
    }

    private Session sessionOf(Conversation owner, long id) {
        Session session = sessions.get(id);
        if (session == null || session.owner != owner) {
            Session before = session;
            session = new Session(owner);
            sessions.put(id, session);
            if (before != null) {
                stalled.remove(before);
                before.owner.end("this session goes on over another connection");
            }
        }
        return session;
    }

    /** What overtook a lower number is submitted again, in order, once that one is decided. */
    private void submitEarlyOnes(Session session) {
        stalled.remove(session);
        for (Pending.Submitted pending : session.waiting.values()) {
            if (!pending.isEarly()) {
                return;
            }
            if (!backend.submit(request(pending.submit()))) {
                stalled.add(session);
                return;
            }
            pending.setEarly(false);
        }
    }

    /** What overtook a number that is not on its way here cannot be decided: so its trader must. */
    private static void turnAwayEarlyOnes(Session session, long missing) {
        Iterator<Pending.Submitted> all = session.waiting.values().iterator();
        while (all.hasNext()) {
            Pending.Submitted pending = all.next();
            if (!pending.isEarly()) {
                return; // It is on its way, and may be what the others wait for.
            }
            all.remove();
            session.expect(pending.submit().number());
            outOfTurn(pending, missing);
        }
    }

    private static Request request(ClientMessage.Submit submit) {
        Command fitting = FittingNames.fit(submit.command());
        return new Request(submit.session(), submit.number(), submit.confirmed(), fitting);
    }

    private static void turnAway(Session session, Pending.Submitted pending, Reason reason) {
        session.expect(pending.submit().number());
        Answer answer = Answer.rejected(0, reason, 0);
        keep(pending, answer, Reasons.explain(pending.command(), answer));
    }

    private static void outOfTurn(Pending.Submitted pending, long missing) {
        keep(
                pending,
                Answer.rejected(0, Reason.BUSY, 0),
                "request "
                        + missing
                        + " must be taken in first: send it, then the same number again");
    }

    private static void keep(Pending.Submitted pending, Answer answer, String message) {
        ClientMessage.Submit submit = pending.submit();
        pending.keep(
                new ServerMessage.Answered(submit.session(), submit.number(), answer, message));
    }
}
