package outcry.desktop.trader.desk;

import java.util.StringJoiner;
import outcry.market.Answer;
import outcry.market.Command;

/**
 * What became of the requests that were unanswered when the leader was lost.
 *
 * @param total how many there were
 * @param orders how many of them were orders
 * @param executed traded at least in part
 * @param resting now in the book, untraded
 * @param done other commands that took effect
 * @param refused rejected, or cancelled without a trade
 */
public record Tally(int total, int orders, int executed, int resting, int done, int refused) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plusWaiting(Command command) {
        int order = command instanceof Command.EnterOrder ? 1 : 0;
        return new Tally(total + 1, orders + order, executed, resting, done, refused);
    }

    Tally plusAnswer(Answer answer) {
        if (!answer.isAccepted()) {
            return new Tally(total, orders, executed, resting, done, refused + 1);
        }
        if (answer.filled() > 0) {
            return new Tally(total, orders, executed + 1, resting, done, refused);
        }
        if (answer.resting() > 0) {
            return new Tally(total, orders, executed, resting + 1, done, refused);
        }
        return new Tally(total, orders, executed, resting, done + 1, refused);
    }

    /** How many have no answer yet. */
    public int open() {
        return total - executed - resting - done - refused;
    }

    /** "2 orders", "1 request". */
    public String subject() {
        return Words.count(total, orders == total ? "order" : "request");
    }

    /** "1 executed, 1 resting". */
    public String outcomes() {
        StringJoiner text = new StringJoiner(", ");
        add(text, executed, "executed");
        add(text, resting, "resting");
        add(text, done, "done");
        add(text, refused, "refused");
        add(text, open(), "still asked about");
        return text.toString();
    }

    private static void add(StringJoiner text, int number, String word) {
        if (number > 0) {
            text.add(number + " " + word);
        }
    }
}
