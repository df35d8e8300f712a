package outcry.market;

/**
 * What became of a sequenced request.
 *
 * @param kind whether it took effect now
 * @param answer the answer; for {@link Kind#REPEATED} the first one; null for {@link Kind#EARLY}
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
        EARLY
    }
}
