package outcry.desktop.node.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import outcry.desktop.parts.Figures;
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
     * @param members of the ring, in ring order
     * @param leader id, 0 without one
     */
    void observe(Observation seen, long self, List<Disc> members, long leader, long nowNanos) {
        long subject = seen.subject();
        switch (seen.kind()) {
            case VOTE -> add(Flight.Kind.VOTE, self, subject, "vote", nowNanos);
            case CANVASS -> say(Flight.Kind.CANVASS, subject, self, members, "how far?", nowNanos);
            case REPORT ->
                    say(
                            Flight.Kind.REPORT,
                            subject,
                            self,
                            members,
                            seen.value() > 0 ? Figures.duration(seen.value()) : "report",
                            nowNanos);
            case TOKEN ->
                    add(
                            Flight.Kind.TOKEN,
                            rightOf(self, members),
                            self,
                            nameOf(subject, members),
                            nowNanos);
            case GAP -> add(Flight.Kind.NACK, self, leader, "NACK", nowNanos);
            case RETRANSMIT -> add(Flight.Kind.RETRANSMIT, self, subject, "again", nowNanos);
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

    /** What this node says goes to everyone; what another says is seen arriving here. */
    private void say(
            Flight.Kind kind,
            long from,
            long self,
            List<Disc> members,
            String label,
            long nowNanos) {
        if (from != self) {
            add(kind, from, self, label, nowNanos);
            return;
        }
        for (Disc member : members) {
            add(kind, self, member.id(), label, nowNanos);
        }
    }

    private void add(Flight.Kind kind, long from, long to, String label, long nowNanos) {
        if (from == 0 || to == 0 || from == to) {
            return; // About this node alone, or about nobody in the ring.
        }
        if (flights.size() == MAX) {
            flights.removeFirst();
        }
        flights.addLast(new Flight(kind, from, to, label, nowNanos));
    }

    /** Ids travel to the left neighbour, so they come from the right one (G13). */
    private static long rightOf(long self, List<Disc> members) {
        for (int at = 0; at < members.size(); at++) {
            if (members.get(at).id() == self) {
                return members.get((at + 1) % members.size()).id();
            }
        }
        return 0;
    }

    private static String nameOf(long id, List<Disc> members) {
        for (Disc member : members) {
            if (member.id() == id) {
                return member.name();
            }
        }
        return "id";
    }
}
