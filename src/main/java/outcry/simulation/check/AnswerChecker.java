package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import outcry.market.Answer;
import outcry.market.Request;

/**
 * Invariants 3, 4 and 7 as traders see them: answers come in the order of a trader's requests, each
 * is what the history says, and none lies before what anybody knew when it was asked.
 *
 * <p>The last two make the exchange linearizable, every account of it: the history is one order of
 * all requests, each answer follows from the requests before it, and a request that was asked after
 * another was answered, to whomever, comes after it.
 */
public final class AnswerChecker {
    private final HistoryChecker histories;
    private long generation;
    private long highestIndex;
    private long answers;

    public AnswerChecker(HistoryChecker histories) {
        this.histories = histories;
    }

    /** Sets which generation is the traders' exchange. */
    public void setGeneration(long newGeneration) {
        generation = newGeneration;
    }

    /** The highest index any trader has had an answer from: new requests come after it. */
    public long highestIndex() {
        return highestIndex;
    }

    public long answers() {
        return answers;
    }

    /**
     * A trader got an answer.
     *
     * @param expectedNumber the number of the first of its requests without an answer
     * @param floorIndex {@link #highestIndex} when it first asked
     */
    public void onAnswer(
            Request request, long expectedNumber, long floorIndex, long number, Answer answer) {
        String who = request.command().account() + ": ";
        unless(
                number == expectedNumber,
                () -> "7: " + who + "answer " + number + " came, " + expectedNumber + " was next");
        History.Decision decision =
                histories.history(generation).decision(request.session(), number);
        unless(
                decision != null,
                () -> "3: " + who + "request " + number + " answered but not decided");
        unless(
                decision.answer().equals(answer) || histories.isExcused(answer),
                () ->
                        "4: "
                                + who
                                + "request "
                                + number
                                + " answered as "
                                + answer
                                + " but decided as "
                                + decision.answer());
        unless(
                decision.index() > floorIndex,
                () ->
                        "3: "
                                + who
                                + "request "
                                + number
                                + " decided at "
                                + decision.index()
                                + ", although asked when "
                                + floorIndex
                                + " was answered");
        highestIndex = Math.max(highestIndex, decision.index());
        answers++;
    }
}
