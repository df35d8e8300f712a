package outcry.simulation.world;

import outcry.group.Entry;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;

/** One process's copy of the market, and what its events add up to. */
public final class Replica {
    private Exchange exchange;
    private Holdings holdings;
    private long appliedIndex;
    private long lastTimestampNanos;
    private boolean spoiled;

    Replica() {
        become(new Exchange(), 0);
    }

    public long appliedIndex() {
        return appliedIndex;
    }

    public long digest() {
        return exchange.digest();
    }

    public Holdings holdings() {
        return holdings;
    }

    /** Whether it differs from what the entries applied should have made of it. */
    public boolean isSpoiled() {
        return spoiled;
    }

    /** It turned out to have been made from a spoiled one. */
    public void setSpoiled() {
        spoiled = true;
    }

    /** Cash appears on an account out of nothing, and nobody is told, as when memory fails. */
    void spoil(String account, long cents, long session) {
        Request request = new Request(session, 1, 0, new Command.DepositCash(account, cents));
        exchange.apply(appliedIndex, lastTimestampNanos, request, holdings);
        spoiled = true;
    }

    /** Applies a command; null for an entry that is none of the market's business. */
    Verdict apply(Entry entry, Request request) {
        InvariantViolation.unless(
                entry.index() == appliedIndex + 1,
                () -> "2: entry " + entry.index() + " applied after " + appliedIndex);
        appliedIndex = entry.index();
        lastTimestampNanos = entry.timestampNanos();
        return request == null
                ? null
                : exchange.apply(entry.index(), entry.timestampNanos(), request, holdings);
    }

    static Request request(Entry entry) {
        return entry.kind() == Entry.Kind.COMMAND ? CommandCodec.decode(entry.payload()) : null;
    }

    byte[] checkpoint() {
        return exchange.checkpoint();
    }

    void restore(long index, byte[] bytes) {
        become(Exchange.restore(bytes), index);
    }

    void reset() {
        become(new Exchange(), 0);
    }

    private void become(Exchange newExchange, long index) {
        exchange = newExchange;
        holdings = new Holdings();
        exchange.describe(holdings);
        appliedIndex = index;
        spoiled = false;
    }
}
