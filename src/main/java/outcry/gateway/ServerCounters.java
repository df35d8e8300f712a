package outcry.gateway;

/** What other threads may see of the gateway's thread. */
final class ServerCounters {
    private volatile int traders;

    int traders() {
        return traders;
    }

    void setTraders(int count) {
        traders = count;
    }
}
