package outcry.base;

/**
 * Conditions that only a bug in this program can break; checked in production too.
 *
 * <p>Bad input from outside is never reported this way: it gets a typed rejection.
 */
public final class Check {
    private Check() {}

    /**
     * Fails when {@code condition} does not hold.
     *
     * @throws IllegalStateException with {@code message} when the condition is false
     */
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
