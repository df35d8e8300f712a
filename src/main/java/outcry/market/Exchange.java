package outcry.market;

import java.util.function.Supplier;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.rules.Market;
import outcry.market.session.Session;
import outcry.market.session.Sessions;
import outcry.market.session.SessionsCodec;
import outcry.market.state.FrozenOrders;
import outcry.market.state.MarketState;
import outcry.market.state.StateCodec;

/**
 * The replicated application: the market, and the sessions that make requests happen exactly once
 * (G27). The same requests in the same order give the same state, events and digest on every node.
 *
 * <p>Not safe for use by several threads: owned by the one that applies.
 */
public final class Exchange {
    /** The most commands it is of use to {@link #foresee} together. */
    public static final int FORESEEN_MAX = Market.FORESEEN_MAX;

    /** "OUTX". */
    private static final int MAGIC = 0x4F55_5458;

    private static final int VERSION = 2;
    private static final int BYTES_PER_ORDER = 30;
    private static final Verdict EARLY = new Verdict(Verdict.Kind.EARLY, null);

    private final MarketState state;
    private final Market market;
    private final Sessions sessions;

    /**
     * A new exchange: no accounts; the instruments A and B (ShareA, ShareB) with a pool of 5,000
     * shares each.
     */
    public Exchange() {
        this(Limits.STANDARD);
    }

    Exchange(Limits limits) {
        this(Market.genesis(limits));
    }

    private Exchange(MarketState state) {
        this.state = state;
        this.market = new Market(state);
        this.sessions = new Sessions(state.limits, state.digest);
    }

    /**
     * Applies one request.
     *
     * <p>A session begins with its request number 1 and goes on number by number; each number is
     * decided once, its answer remembered until the client confirms it. Of a session that is not
     * known a later number is {@link Verdict.Kind#EARLY} when nothing was confirmed (number 1 may
     * still be under way), else the session was evicted: {@link Reason#SESSION_EXPIRED}, and
     * nothing happens. Session 0 can only open accounts.
     *
     * @param index the log index, larger than any before
     * @param timestampNanos the leader's time, nanoseconds since 1970, never less than before
     */
    public Verdict apply(
            long index, long timestampNanos, Request request, MarketListener listener) {
        if (request.session() == 0) {
            return request.command() instanceof Command.OpenAccount
                    ? decided(index, request, listener)
                    : refused(index, Reason.SESSION_EXPIRED, 0);
        }
        Session session = sessions.find(request.session(), timestampNanos);
        if (session == null) {
            if (sessions.wasEvicted(request.session()) || request.confirmed() > 0) {
                return refused(index, Reason.SESSION_EXPIRED, request.session());
            }
            if (request.number() != 1) {
                return request.number() > 1 ? EARLY : forgotten(index, 0);
            }
            session = sessions.open(request.session(), timestampNanos);
            if (session == null) {
                return refused(index, Reason.TOO_MANY_SESSIONS, state.limits.sessions());
            }
        }
        return apply(index, session, request, listener);
    }

    private Verdict apply(long index, Session session, Request request, MarketListener listener) {
        sessions.confirm(session, request.confirmed());
        if (request.number() <= session.last()) {
            Answer first = session.answer(request.number());
            return first != null
                    ? new Verdict(Verdict.Kind.REPEATED, first)
                    : forgotten(index, session.confirmed());
        }
        if (request.number() > session.last() + 1) {
            return EARLY;
        }
        if (sessions.mustConfirm(session)) {
            return refused(index, Reason.BUSY, session.confirmed());
        }
        Verdict verdict = decided(index, request, listener);
        sessions.remember(session, verdict.answer());
        return verdict;
    }

    /**
     * Brings what these commands will need near, before {@link #apply} is called for the requests
     * they are of, one after the other; changes nothing.
     *
     * @param from the first
     * @param to behind the last; beyond {@link #FORESEEN_MAX} no more are looked at
     */
    public void foresee(Command[] commands, int from, int to) {
        market.foresee(commands, from, to);
    }

    /** The digest of all visible state (M19); equal state gives equal digests on every platform. */
    public long digest() {
        return state.digest();
    }

    /**
     * Room for {@link #freeze(FrozenOrders)}: its memory is got when it is asked for, on any one
     * thread, so that the owner does not wait for it.
     */
    public Supplier<FrozenOrders> room() {
        return state.books.room();
    }

    /** Whether there is so little state that {@link #freeze()} is as good as with room. */
    public boolean isQuickToFreeze() {
        return state.books.isQuickToFreeze();
    }

    /**
     * The state as it is now, to be written out later, on any one thread: deterministic, versioned
     * bytes (M20); the last eight are the digest.
     *
     * @param room used for this, and for nothing else until it is written out
     */
    public Supplier<byte[]> freeze(FrozenOrders room) {
        ByteWriter head = new ByteWriter(64 * 1024);
        head.putInt(MAGIC).putShort(VERSION);
        StateCodec.write(state, head);
        state.books.freeze(room);
        ByteWriter tail = new ByteWriter(64 * 1024);
        SessionsCodec.write(sessions, tail);
        tail.putLong(digest());
        int bytes = head.length() + BYTES_PER_ORDER * state.books.count() + tail.length();
        return () -> {
            ByteWriter out = new ByteWriter(bytes);
            out.putBytes(head.toBytes(), 0, head.length());
            room.write(out);
            return out.putBytes(tail.toBytes(), 0, tail.length()).toBytes();
        };
    }

    /** The same, getting the room for it now. */
    public Supplier<byte[]> freeze() {
        return freeze(room().get());
    }

    /** {@link #freeze()}, written out at once. */
    public byte[] checkpoint() {
        return freeze().get();
    }

    /**
     * @throws outcry.base.MalformedException when the bytes are not a checkpoint of a known version
     */
    public static Exchange restore(byte[] checkpoint) {
        return restore(checkpoint, Limits.STANDARD);
    }

    static Exchange restore(byte[] checkpoint, Limits limits) {
        ByteReader in = new ByteReader(checkpoint);
        if (in.getInt() != MAGIC) {
            throw new MalformedException("not a checkpoint of an exchange");
        }
        int version = in.getShort();
        if (version != VERSION) {
            throw new MalformedException(
                    "checkpoint of version " + version + ", this program reads " + VERSION);
        }
        Exchange exchange = new Exchange(new MarketState(limits));
        StateCodec.read(exchange.state, in);
        SessionsCodec.read(exchange.sessions, limits, in);
        if (in.getLong() != exchange.digest()) {
            throw new MalformedException("the checkpoint's digest does not match its content");
        }
        in.expectEnd();
        return exchange;
    }

    /**
     * Reports the present state as events, so that a reader can start here: accounts, instruments,
     * balances, resting orders in priority with what is open of them.
     */
    public void describe(MarketListener listener) {
        state.describe(listener);
    }

    private Verdict decided(long index, Request request, MarketListener listener) {
        Answer answer = market.apply(request.command(), listener).toAnswer(index);
        return new Verdict(Verdict.Kind.DECIDED, answer);
    }

    /** The client said it holds the answer, so this is a late copy; nobody waits for this one. */
    private static Verdict forgotten(long index, long confirmed) {
        return new Verdict(
                Verdict.Kind.REPEATED, Answer.rejected(index, Reason.SESSION_EXPIRED, confirmed));
    }

    private static Verdict refused(long index, Reason reason, long detail) {
        return new Verdict(Verdict.Kind.REFUSED, Answer.rejected(index, reason, detail));
    }
}
