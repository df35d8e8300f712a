package outcry.client;

/**
 * The numbering that makes commands happen exactly once (G27): a random id, consecutive numbers,
 * and up to where the answers are here. Owned by the client loop's thread.
 */
final class MarketSession {
    private final long id;
    private long lastNumber;
    private long confirmed;

    /**
     * @param id random, never 0
     */
    MarketSession(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    /** The next number, from 1. */
    long takeNumber() {
        return ++lastNumber;
    }

    /** The answers up to {@code number} were handed over; calls come in order. */
    void confirm(long number) {
        confirmed = number;
    }

    long confirmed() {
        return confirmed;
    }
}
