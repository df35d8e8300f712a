package outcry.market;

import java.util.List;

/**
 * The one outcome of a command (M13).
 *
 * @param index the log index at which it was decided, its sequence number
 * @param reason {@link Reason#ACCEPTED} or why not
 * @param orderId the order entered or cancelled, or 0
 * @param filled shares traded at once
 * @param resting shares that now rest in the book
 * @param detail what helps to understand the outcome, per command and reason: what is left in the
 *     pool; cash or shares available after a deposit or withdrawal; the shares cancelled of an
 *     order entered or cancelled, the orders cancelled by {@link Command.CancelAll}; for a
 *     rejection the limit that was missed (available cash or shares, pool, tick, lot, maximum)
 * @param fills the trades of an order just entered, in order; no more than the first {@link
 *     Limits#FILLS_PER_ANSWER_MAX}
 */
public record Answer(
        long index,
        Reason reason,
        long orderId,
        long filled,
        long resting,
        long detail,
        List<Fill> fills) {

    public Answer {
        fills = List.copyOf(fills);
    }

    public static Answer accepted(long index, long detail) {
        return new Answer(index, Reason.ACCEPTED, 0, 0, 0, detail, List.of());
    }

    public static Answer rejected(long index, Reason reason, long detail) {
        return new Answer(index, reason, 0, 0, 0, detail, List.of());
    }

    public boolean isAccepted() {
        return reason == Reason.ACCEPTED;
    }
}
