package outcry.market.session;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import outcry.market.Answer;
import outcry.market.Limits;
import outcry.market.state.Digest;

/**
 * The sessions that are remembered, a bounded number. When there is no room for a new one, the
 * longest silent is evicted, if it was silent for {@link Limits#SESSION_IDLE_NANOS} of the log's
 * time. The ids of the last evicted ones are kept, so that none of them begins anew.
 */
public final class Sessions {
    private final Digest digest;
    private final int sessionsMax;
    private final int evictedMax;

    /** The longest silent first. */
    private final LinkedHashMap<Long, Session> byId = new LinkedHashMap<>(64, 0.75f, true);

    /** The longest evicted first. */
    private final LinkedHashSet<Long> evicted = new LinkedHashSet<>();

    /** Unconfirmed answers and their fills, of all sessions. */
    private long unconfirmed;

    public Sessions(Limits limits, Digest digest) {
        this.digest = digest;
        this.sessionsMax = limits.sessions();
        this.evictedMax = limits.evictedSessions();
    }

    /** The session, now the least silent; or null. */
    public Session find(long id, long nowNanos) {
        Session session = byId.get(id);
        if (session != null) {
            session.touchedNanos = nowNanos;
        }
        return session;
    }

    public boolean wasEvicted(long id) {
        return evicted.contains(id);
    }

    /** Opens a session that is not there; null when there is no room and none may be evicted. */
    public Session open(long id, long nowNanos) {
        if (byId.size() >= sessionsMax && !evictLongestSilent(nowNanos)) {
            return null;
        }
        Session session = new Session(id, nowNanos, 0);
        byId.put(id, session);
        return session;
    }

    /** Forgets the answers a client says it holds. */
    public void confirm(Session session, long number) {
        unconfirmed -= weight(session);
        session.confirm(number);
        unconfirmed += weight(session);
    }

    /** Whether the session must confirm answers before its next request can be decided. */
    public boolean mustConfirm(Session session) {
        int answersMax =
                unconfirmed < Limits.UNCONFIRMED_TOTAL_MAX
                        ? Limits.UNCONFIRMED_ANSWERS_MAX
                        : Limits.UNCONFIRMED_ANSWERS_WHEN_CROWDED;
        return session.unconfirmed() >= answersMax
                || session.unconfirmedFills() >= Limits.UNCONFIRMED_FILLS_MAX;
    }

    /** Notes the answer to the session's next request. */
    public void remember(Session session, Answer answer) {
        unconfirmed -= weight(session);
        session.remember(answer);
        unconfirmed += weight(session);
        digest.addSession(session.id, 1);
    }

    /** Puts a session back as it was; calls must come in the order of {@link #all}. */
    public void restore(Session session) {
        byId.put(session.id, session);
        unconfirmed += weight(session);
        digest.addSession(session.id, session.last());
    }

    /** Puts the id of an evicted session back; calls must come in the order of {@link #evicted}. */
    public void restoreEvicted(long id) {
        evicted.add(id);
    }

    /** All sessions, the longest silent first. */
    public Collection<Session> all() {
        return byId.values();
    }

    /** The ids of evicted sessions, the longest evicted first. */
    public Collection<Long> evicted() {
        return evicted;
    }

    private boolean evictLongestSilent(long nowNanos) {
        Iterator<Session> silent = byId.values().iterator();
        Session longest = silent.next();
        if (nowNanos - longest.touchedNanos < Limits.SESSION_IDLE_NANOS) {
            return false;
        }
        silent.remove();
        unconfirmed -= weight(longest);
        digest.addSession(longest.id, -longest.last());
        evicted.add(longest.id);
        if (evicted.size() > evictedMax) {
            Iterator<Long> oldest = evicted.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    private static int weight(Session session) {
        return session.unconfirmed() + session.unconfirmedFills();
    }
}
