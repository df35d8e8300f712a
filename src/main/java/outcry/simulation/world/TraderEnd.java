package outcry.simulation.world;

import outcry.market.Answer;

/** A trader's side of its connection to a node. */
public interface TraderEnd {
    /** Whether this process serves the exchange the trader trades at. */
    boolean accepts(VirtualProcess process);

    /** The request with this number was decided as {@code answer} says. */
    void onAnswer(TraderConnection connection, long number, Answer answer);

    /** The connection is gone; requests without an answer may or may not have been decided. */
    void onClosed(TraderConnection connection);
}
