package outcry.simulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import outcry.group.Entry;
import outcry.market.Answer;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.Holdings;

/**
 * The one true history of a generation: what the first process to apply each index applied there,
 * and what comes of it in a copy of the market of its own. Everybody is held to it.
 */
final class History {
    /**
     * What is known of one index.
     *
     * @param term of whoever applied it first: it was committed in that term or before, which may
     *     be long after the term it was sequenced in
     */
    record Fact(
            Entry entry, long term, long digest, long cashIn, SortedMap<String, Long> sharesIn) {}

    /** How a request was decided, and where. */
    record Decision(long index, Answer answer) {}

    private final Exchange exchange = new Exchange();
    private final Holdings holdings = new Holdings();
    private final List<Fact> facts = new ArrayList<>();
    private final TreeMap<Long, TreeMap<Long, Decision>> decisionsBySession = new TreeMap<>();

    History() {
        exchange.describe(holdings);
    }

    /** Applies the command of an entry after the last one. */
    Verdict apply(Entry entry, Request request) {
        return exchange.apply(entry.index(), entry.timestampNanos(), request, holdings);
    }

    /** The digest after all that was applied. */
    long digest() {
        return exchange.digest();
    }

    long lastIndex() {
        return facts.size();
    }

    /** The fact at {@code index}, from 1; null at 0 and beyond the end. */
    Fact at(long index) {
        return index >= 1 && index <= facts.size() ? facts.get((int) index - 1) : null;
    }

    Fact last() {
        return at(facts.size());
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    /** Where the request was decided, or null when it never was. */
    Decision decision(long session, long number) {
        TreeMap<Long, Decision> numbers = decisionsBySession.get(session);
        return numbers == null ? null : numbers.get(number);
    }

    void decide(Request request, Decision decision) {
        decisionsBySession
                .computeIfAbsent(request.session(), id -> new TreeMap<>())
                .put(request.number(), decision);
    }
}
