package outcry.market.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcry.market.Answer;
import outcry.market.Fill;
import outcry.market.Limits;
import outcry.market.Reason;

/** The outcome of the command being applied, gathered in place; becomes an {@link Answer}. */
public final class Outcome {
    private static final Reason[] REASONS = Reason.values();
    private static final int NONE = -1;
    private static final int ACCEPTED = Reason.ACCEPTED.ordinal();

    /** A number, for a collector keeps book of every reference that is stored. */
    private int reason;

    private long orderId;
    private long filled;
    private long resting;
    private long detail;

    /** Trade id, price and quantity of each fill in turn. */
    private long[] fills = new long[3 * 16];

    private int fillCount;

    public void clear() {
        reason = NONE;
        fillCount = 0;
    }

    public void accept(long detail) {
        set(ACCEPTED, 0, 0, 0, detail);
    }

    public void acceptOrder(long orderId, long filled, long resting, long detail) {
        set(ACCEPTED, orderId, filled, resting, detail);
    }

    /** Refuses the command; false, so that a check can be written as one expression. */
    public boolean reject(Reason reason, long detail) {
        set(reason.ordinal(), 0, 0, 0, detail);
        return false;
    }

    private void set(int reason, long orderId, long filled, long resting, long detail) {
        this.reason = reason;
        this.orderId = orderId;
        this.filled = filled;
        this.resting = resting;
        this.detail = detail;
    }

    /** Notes a fill; those beyond {@link Limits#FILLS_PER_ANSWER_MAX} are events only. */
    public void addFill(long tradeId, long price, long quantity) {
        if (fillCount == Limits.FILLS_PER_ANSWER_MAX) {
            return;
        }
        int at = 3 * fillCount;
        if (at == fills.length) {
            fills = Arrays.copyOf(fills, at * 2);
        }
        fills[at] = tradeId;
        fills[at + 1] = price;
        fills[at + 2] = quantity;
        fillCount++;
    }

    /** Why it was refused, or that it was accepted; null before either. */
    public Reason reason() {
        return reason == NONE ? null : REASONS[reason];
    }

    public long orderId() {
        return orderId;
    }

    public Answer toAnswer(long index) {
        return new Answer(index, reason(), orderId, filled, resting, detail, fillList());
    }

    private List<Fill> fillList() {
        if (fillCount == 0) {
            return List.of();
        }
        List<Fill> list = new ArrayList<>(fillCount);
        for (int at = 0; at < 3 * fillCount; at += 3) {
            list.add(new Fill(fills[at], fills[at + 1], fills[at + 2]));
        }
        return list;
    }
}
