package outcry.desktop.node.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import outcry.group.Observation;

/**
 * What travels in the ring at the moment, made from observations: they name a member, and the other
 * end is this node, its left neighbour (tokens) or everyone (reports, the word of a choice).
 */
final class Flights {
    /** More at once could not be told apart; the oldest go first. */
    static final int MAX = 64;

    private final Deque<Flight> flights = new ArrayDeque<>();

    /**
     * @param ring ids in ring order
     * @param leader id, 0 without one
     */
    void observe(Observation seen, long self, List<Long> ring, long leader, long nowNanos) {
        switch (seen.kind()) {
            case VOTE, CANVASS -> add(Flight.Kind.VOTE, seen.subject(), self, nowNanos);
            case REPORT -> report(seen.subject(), self, ring, nowNanos);
            case TOKEN -> add(Flight.Kind.TOKEN, self, leftOf(self, ring), nowNanos);
            case CHOSEN -> toAll(Flight.Kind.CHOSEN, seen.subject(), ring, nowNanos);
            case GAP -> add(Flight.Kind.NACK, self, leader, nowNanos);
            case RETRANSMIT -> add(Flight.Kind.RETRANSMIT, self, seen.subject(), nowNanos);
            default -> {
                // Nothing that travels.
            }
        }
    }

    void forgetOver(long nowNanos) {
        flights.removeIf(flight -> flight.isOver(nowNanos));
    }

    void clear() {
        flights.clear();
    }

    boolean isEmpty() {
        return flights.isEmpty();
    }

    List<Flight> all() {
        return new ArrayList<>(flights);
    }

    private void report(long reporter, long self, List<Long> ring, long nowNanos) {
        if (reporter == self) {
            toAll(Flight.Kind.REPORT, self, ring, nowNanos);
        } else {
            add(Flight.Kind.REPORT, reporter, self, nowNanos);
        }
    }

    private void toAll(Flight.Kind kind, long from, List<Long> ring, long nowNanos) {
        for (long to : ring) {
            add(kind, from, to, nowNanos);
        }
    }

    private void add(Flight.Kind kind, long from, long to, long nowNanos) {
        if (from == 0 || to == 0 || from == to) {
            return; // About this node alone, or about nobody in the ring.
        }
        if (flights.size() == MAX) {
            flights.removeFirst();
        }
        flights.addLast(new Flight(kind, from, to, nowNanos));
    }

    private static long leftOf(long self, List<Long> ring) {
        int at = ring.indexOf(self);
        return at < 0 ? 0 : ring.get((at + ring.size() - 1) % ring.size());
    }
}
