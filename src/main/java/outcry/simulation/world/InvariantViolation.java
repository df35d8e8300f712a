package outcry.simulation.world;

import java.util.function.Supplier;

/** Something happened that must never happen; the message says what, in terms of the invariant. */
public final class InvariantViolation extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvariantViolation(String message) {
        super(message);
    }

    public InvariantViolation(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same for a message that costs something to put together: most conditions hold. */
    public static void unless(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new InvariantViolation(message.get());
        }
    }

    /** Throws {@code message} unless {@code condition} holds. */
    public static void unless(boolean condition, String message) {
        if (!condition) {
            throw new InvariantViolation(message);
        }
    }
}
