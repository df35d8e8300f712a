package outcry.bots;

/**
 * What the bots did so far; every command sent is accepted, rejected or still unanswered.
 *
 * @param sent commands given to the sessions
 * @param accepted by the market
 * @param rejected by the market, with one of its reasons
 */
public record BotCounts(long sent, long accepted, long rejected) {
    /** Commands whose outcome is not known yet. */
    public long unanswered() {
        return sent - accepted - rejected;
    }
}
