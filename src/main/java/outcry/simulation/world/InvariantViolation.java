package outcry.simulation.world;

/** Something happened that must never happen; the message says what, in terms of the invariant. */
public final class InvariantViolation extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvariantViolation(String message) {
        super(message);
    }

    public InvariantViolation(String message, Throwable cause) {
        super(message, cause);
    }

    /** Throws {@code message} unless {@code condition} holds. */
    public static void unless(boolean condition, String message) {
        if (!condition) {
            throw new InvariantViolation(message);
        }
    }
}
