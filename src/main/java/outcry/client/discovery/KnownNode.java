package outcry.client.discovery;

import java.net.InetSocketAddress;

/** A node of the exchange as this program knows it. Owned by the client loop's thread. */
public final class KnownNode {
    /** After this silence a HELLO from another of the node's addresses is believed. */
    private static final long ADDRESS_STALE_NANOS = 2_000_000_000L;

    private Sighting sighting;
    private Sighting reachedAt;
    private long heardNanos;
    private long addressHeardNanos;
    private RoundTrips roundTrips;
    private Backoff backoff = new Backoff();
    private int ownSessions;

    KnownNode(Sighting sighting, long nowNanos) {
        this.sighting = sighting;
        this.heardNanos = nowNanos;
        reachAt(sighting, nowNanos);
    }

    /** A HELLO of this node arrived. */
    void seen(Sighting latest, long nowNanos) {
        boolean restarted =
                latest.incarnation() != sighting.incarnation()
                        || latest.traderPort() != sighting.traderPort();
        if (restarted) {
            backoff = new Backoff();
        }
        if (latest.address().equals(reachedAt.address())) {
            addressHeardNanos = nowNanos;
        }
        // A node with two cards is heard on both; staying with one keeps round trips comparable.
        boolean lostAddress = nowNanos - addressHeardNanos > ADDRESS_STALE_NANOS;
        if (restarted || lostAddress) {
            reachAt(latest, nowNanos);
        }
        sighting = latest;
        heardNanos = nowNanos;
    }

    private void reachAt(Sighting where, long nowNanos) {
        reachedAt = where;
        addressHeardNanos = nowNanos;
        roundTrips = new RoundTrips(nowNanos);
    }

    /** A session of this program was given to this node, or taken from it. */
    public void addOwnSessions(int change) {
        ownSessions += change;
    }

    public long id() {
        return sighting.id();
    }

    public String name() {
        return sighting.name();
    }

    public Sighting.Standing standing() {
        return sighting.standing();
    }

    long term() {
        return sighting.term();
    }

    int voters() {
        return sighting.voters();
    }

    /** Traders it serves: as it said, or as many as this program alone has given it since. */
    int load() {
        return Math.max(sighting.traders(), ownSessions);
    }

    public int traders() {
        return sighting.traders();
    }

    public InetSocketAddress traderAddress() {
        return new InetSocketAddress(reachedAt.address(), sighting.traderPort());
    }

    InetSocketAddress probeAddress() {
        return new InetSocketAddress(reachedAt.address(), sighting.probePort());
    }

    /** The traders' door as {@code address:port}. */
    public String doorText() {
        return reachedAt.address().getHostAddress() + ":" + sighting.traderPort();
    }

    long heardNanos() {
        return heardNanos;
    }

    public RoundTrips roundTrips() {
        return roundTrips;
    }

    public Backoff backoff() {
        return backoff;
    }
}
