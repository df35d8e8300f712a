package outcry.node.net;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import outcry.group.NodeInfo;

/**
 * Dials to be repeated soon. A dying process's kernel closes its sockets one after the other: in
 * between, its links are gone but a new connection is still accepted, only to be closed without a
 * hello. Asked again a little later the answer is clear, so such a dial is repeated a few times
 * before it is called failed (G10). Node's thread.
 */
final class Redials {
    private static final long FIRST_DELAY_NANOS = 5_000_000;
    private static final int ATTEMPTS_MAX = 6;

    private record Redial(NodeInfo to, int attempt, long dueNanos) {}

    private final List<Redial> redials = new ArrayList<>();

    /**
     * Repeats the dial of {@code to} after a delay that doubles with each attempt.
     *
     * @param attempt how often it was repeated already
     * @return false when it was repeated often enough
     */
    boolean add(NodeInfo to, int attempt, long nowNanos) {
        if (attempt >= ATTEMPTS_MAX) {
            return false;
        }
        redials.add(new Redial(to, attempt + 1, nowNanos + (FIRST_DELAY_NANOS << attempt)));
        return true;
    }

    /** Gives up repeating dials of that node. */
    void remove(long nodeId) {
        redials.removeIf(redial -> redial.to().id() == nodeId);
    }

    /** Takes out what is due; {@code dial} gets the node and the number of the attempt. */
    void runDue(long nowNanos, BiConsumer<NodeInfo, Integer> dial) {
        List<Redial> due = new ArrayList<>();
        Iterator<Redial> all = redials.iterator();
        while (all.hasNext()) {
            Redial redial = all.next();
            if (nowNanos - redial.dueNanos() >= 0) {
                due.add(redial);
                all.remove();
            }
        }
        due.forEach(redial -> dial.accept(redial.to(), redial.attempt()));
    }

    /** When the next is due, but not later than {@code latestNanos}. */
    long nextDeadlineNanos(long latestNanos) {
        long next = latestNanos;
        for (Redial redial : redials) {
            if (redial.dueNanos() - next < 0) {
                next = redial.dueNanos();
            }
        }
        return next;
    }
}
