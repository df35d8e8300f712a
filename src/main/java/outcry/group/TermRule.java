package outcry.group;

/**
 * Bounds how far one message can move a member's term (G34). Terms grow by one with each election,
 * and a member adopts a later one from whoever tells of it; so a single forged message could use
 * them all up, and no election would ever succeed again. Between two messages that a member hears
 * there are never as many elections as are allowed here.
 */
final class TermRule {
    /** Half a year of an election every second. */
    private static final long STEP_MAX = 1L << 24;

    /** A member that was in no term yet may find a group that has existed for long. */
    private static final long FIRST_MAX = 1L << 40;

    private TermRule() {}

    /** Whether the term that a message would have its receiver adopt can be. */
    static boolean isPlausible(Message message, long term) {
        return termToAdopt(message) - term <= (term == 0 ? FIRST_MAX : STEP_MAX);
    }

    private static long termToAdopt(Message message) {
        if (message instanceof Message.Data data) {
            return data.term();
        } else if (message instanceof Message.Heartbeat heartbeat) {
            return heartbeat.term();
        } else if (message instanceof Message.Hello hello) {
            return hello.role() == Role.LEADER ? hello.term() : 0;
        } else if (message instanceof Message.Ack ack) {
            return ack.term();
        } else if (message instanceof Message.CanvassReply reply) {
            return reply.currentTerm();
        } else if (message instanceof Message.VoteRequest request) {
            return request.term();
        } else if (message instanceof Message.VoteReply reply) {
            return reply.term();
        }
        return 0;
    }
}
