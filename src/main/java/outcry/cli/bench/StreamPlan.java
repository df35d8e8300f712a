package outcry.cli.bench;

/**
 * What a stream is made from.
 *
 * @param instruments 1 to 1,000
 * @param resting orders in all books together when the measured part begins, up to 1,900,000
 * @param operations in the measured part
 */
public record StreamPlan(int instruments, int resting, int operations, long seed) {
    public static final int INSTRUMENTS_MAX = 1_000;
    public static final int RESTING_MAX = 1_900_000;
    public static final int OPERATIONS_MAX = 20_000_000;

    static final int ACCOUNTS = 1_000;

    public StreamPlan {
        check(instruments, 1, INSTRUMENTS_MAX, "instruments");
        check(resting, 0, RESTING_MAX, "resting orders");
        check(operations, 1, OPERATIONS_MAX, "operations");
    }

    private static void check(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    least + " to " + most + " " + what + " expected, not " + value);
        }
    }
}
