package outcry.market;

/**
 * What became of a sequenced request.
 *
 * @param kind whether it took effect now
 * @param answer the answer; for {@link Kind#REPEATED} the first one (or, when the client had
 *     confirmed that, any); null for {@link Kind#EARLY}
 */
public record Verdict(Kind kind, Answer answer) {
    /** Whether the request took effect. */
    public enum Kind {
        /** It was decided now. */
        DECIDED,
        /** It was decided before; nothing happened now. */
        REPEATED,
        /**
         * An earlier request of its session is missing; nothing happened, it must be sent again
         * after that one.
         */
        EARLY,
        /**
         * Its session does not allow it, the answer's reason says why; nothing happened and the
         * number is not used up. After {@link Reason#BUSY} (too many answers unconfirmed) and
         * {@link Reason#TOO_MANY_SESSIONS} the same request may be sent again later; after {@link
         * Reason#SESSION_EXPIRED} only in a new session.
         */
        REFUSED
    }
}
