package outcry.market.session;

import java.util.ArrayList;
import java.util.List;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.Answer;
import outcry.market.Fill;
import outcry.market.Limits;
import outcry.market.Reason;

/** The sessions' part of a checkpoint. */
public final class SessionsCodec {
    private static final Reason[] REASONS = Reason.values();

    private SessionsCodec() {}

    public static void write(Sessions sessions, ByteWriter out) {
        out.putInt(sessions.evicted().size());
        for (long id : sessions.evicted()) {
            out.putLong(id);
        }
        out.putInt(sessions.all().size());
        for (Session session : sessions.all()) {
            out.putLong(session.id).putLong(session.touchedNanos).putLong(session.confirmed());
            out.putInt(session.unconfirmed());
            for (long number = session.confirmed() + 1; number <= session.last(); number++) {
                write(session.answer(number), out);
            }
        }
    }

    public static void read(Sessions sessions, Limits limits, ByteReader in) {
        int evicted = in.getCount(limits.evictedSessions());
        for (int i = 0; i < evicted; i++) {
            sessions.restoreEvicted(in.getLong());
        }
        int count = in.getCount(limits.sessions());
        for (int i = 0; i < count; i++) {
            sessions.restore(readSession(in));
        }
        if (sessions.evicted().size() != evicted || sessions.all().size() != count) {
            throw new MalformedException("a session twice in the checkpoint");
        }
    }

    private static Session readSession(ByteReader in) {
        long id = in.getLong();
        long touchedNanos = in.getLong();
        long confirmed = in.getLong();
        if (id == 0 || confirmed < 0) {
            throw new MalformedException("session " + id + " confirmed up to " + confirmed);
        }
        Session session = new Session(id, touchedNanos, confirmed);
        int answers = in.getCount(Limits.UNCONFIRMED_ANSWERS_MAX);
        for (int i = 0; i < answers; i++) {
            session.remember(readAnswer(in));
        }
        return session;
    }

    private static void write(Answer answer, ByteWriter out) {
        out.putLong(answer.index())
                .put(answer.reason().ordinal())
                .putLong(answer.orderId())
                .putLong(answer.filled())
                .putLong(answer.resting())
                .putLong(answer.detail())
                .putShort(answer.fills().size());
        for (Fill fill : answer.fills()) {
            out.putLong(fill.tradeId()).putLong(fill.price()).putLong(fill.quantity());
        }
    }

    private static Answer readAnswer(ByteReader in) {
        long index = in.getLong();
        int reason = in.get();
        if (reason >= REASONS.length) {
            throw new MalformedException("no reason has the number " + reason);
        }
        long orderId = in.getLong();
        long filled = in.getLong();
        long resting = in.getLong();
        long detail = in.getLong();
        int count = in.getShort();
        if (count > Limits.FILLS_PER_ANSWER_MAX) {
            throw new MalformedException("an answer with " + count + " fills");
        }
        List<Fill> fills = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fills.add(new Fill(in.getLong(), in.getLong(), in.getLong()));
        }
        return new Answer(index, REASONS[reason], orderId, filled, resting, detail, fills);
    }
}
