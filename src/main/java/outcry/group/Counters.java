package outcry.group;

/** What was counted since the node started. */
public record Counters(
        long elections,
        long gaps,
        long nacksSent,
        long nacksAnswered,
        long retransmitted,
        long duplicates,
        long heldBack,
        long ignored) {}
