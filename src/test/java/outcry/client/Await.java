package outcry.client;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline no loaded machine misses. */
public final class Await {
    private static final long DEADLINE_NANOS = 30_000_000_000L;
    private static final long POLL_NANOS = 2_000_000L;

    private Await() {}

    /** Fails with {@code what} when the condition does not come true in half a minute. */
    public static void until(Supplier<String> what, BooleanSupplier condition) {
        long startNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - startNanos > DEADLINE_NANOS) {
                fail("not within 30 s: " + what.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    public static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }
}
