package outcry.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Entry;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.MarketListener;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.CommandCodec;

/**
 * Holds the answers of the traders against the journals of the nodes.
 *
 * <p>Which sequenced request counts is decided here by the numbers alone (the next one of its
 * session), not by asking the market; the market must then agree. What a request is, is known from
 * the ticket in it: the same ticket under a second number would be a doubled one.
 */
final class Judge {
    /** What was found, over all calls. */
    static final class Findings {
        long answered;
        long lost;
        long doubled;
        long reordered;
        long digestDifferences;
        long entryDifferences;

        /** Requests sequenced more than once, of which one counted. */
        long repeated;

        final List<String> examples = new ArrayList<>();

        boolean areNone() {
            return lost + doubled + reordered + digestDifferences + entryDifferences == 0
                    && examples.isEmpty();
        }

        @Override
        public String toString() {
            return answered
                    + " answered requests: "
                    + lost
                    + " lost, "
                    + doubled
                    + " doubled, "
                    + reordered
                    + " reordered; "
                    + entryDifferences
                    + " entries and "
                    + digestDifferences
                    + " digests differ between nodes ("
                    + repeated
                    + " requests were sequenced more than once and counted once)"
                    + (examples.isEmpty() ? "" : "\n  " + String.join("\n  ", examples));
        }
    }

    private static final int EXAMPLES_MAX = 30;

    /** The one history: every committed entry in its place, from 1. */
    private final List<Entry> history = new ArrayList<>();

    private final List<Long> digests = new ArrayList<>();
    private final Exchange exchange = new Exchange();
    private final Map<Long, Long> lastNumber = new HashMap<>();
    private final Map<String, Long> lastTicket = new HashMap<>();
    private final Map<String, Long> decidedAt = new HashMap<>();
    private final Map<Long, String> reasonAt = new HashMap<>();
    private final Money money = new Money();
    private final Findings findings = new Findings();

    Findings findings() {
        return findings;
    }

    /** Last index of the history known so far. */
    long last() {
        return history.size();
    }

    /** The digest after the entry at {@code index}, computed anew from the journals. */
    long digestAt(long index) {
        return digests.get((int) index - 1);
    }

    /**
     * Takes the journals of all nodes in.
     *
     * @param committed all nodes had applied the entries up to this index
     */
    void examine(List<StoppedJournal> journals, long committed) throws IOException {
        for (StoppedJournal journal : journals) {
            if (journal.last() < committed) {
                findings.lost += committed - journal.last();
                example(journal.node() + " holds " + journal.last() + " of " + committed);
            }
        }
        for (long index = last() + 1; index <= committed; index++) {
            Entry entry = firstOf(journals, index);
            if (entry == null) {
                throw new IOException(
                        "no journal holds entry " + index + " any more: examine more often");
            }
            history.add(entry);
            apply(entry);
            digests.add(exchange.digest());
        }
        for (StoppedJournal journal : journals) {
            compare(journal, committed);
        }
        if (!money.isConserved(exchange)) {
            findings.doubled++;
            example(money.inWords(exchange));
        }
    }

    /** Holds what traders were told against the history. */
    void examineAnswers(List<Load.Answer> answers) {
        for (Load.Answer answer : answers) {
            findings.answered++;
            Long index = decidedAt.get(answer.account() + " " + answer.ticket());
            if (index == null || index != answer.index()) {
                findings.lost++;
                example(answer + " but the history has it at " + index);
            } else if (!answer.reason().equals(reasonAt.get(index))) {
                findings.lost++;
                example(answer + " but by the history " + reasonAt.get(index));
            }
        }
    }

    /** A live node said that its digest at that index is this. */
    void examineDigest(String node, long index, long digest) {
        if (index <= last() && digestAt(index) != digest) {
            findings.digestDifferences++;
            example(node + " has another digest at " + index);
        }
    }

    private static Entry firstOf(List<StoppedJournal> journals, long index) {
        for (StoppedJournal journal : journals) {
            if (index > journal.base() && index <= journal.last()) {
                return journal.at(index);
            }
        }
        return null;
    }

    private void compare(StoppedJournal journal, long committed) {
        for (long index = journal.base() + 1; index <= Math.min(committed, last()); index++) {
            if (index > journal.last()) {
                return;
            }
            if (!isSame(journal.at(index), history.get((int) index - 1))) {
                findings.entryDifferences++;
                example(journal.node() + " holds another entry " + index);
            }
        }
        if (journal.base() > 0
                && Exchange.restore(journal.state()).digest() != digestAt(journal.base())) {
            findings.digestDifferences++;
            example("the checkpoint of " + journal.node() + " at " + journal.base());
        }
    }

    private static boolean isSame(Entry one, Entry other) {
        return one.term() == other.term()
                && one.kind() == other.kind()
                && one.timestampNanos() == other.timestampNanos()
                && Arrays.equals(one.payload(), other.payload());
    }

    private void apply(Entry entry) {
        if (entry.kind() != Entry.Kind.COMMAND) {
            return;
        }
        Request request = CommandCodec.decode(entry.payload());
        Verdict verdict =
                exchange.apply(entry.index(), entry.timestampNanos(), request, MarketListener.NONE);
        if (request.session() == 0) {
            return;
        }
        long before = lastNumber.getOrDefault(request.session(), 0L);
        boolean counts = request.number() == before + 1;
        if (counts != (verdict.kind() == Verdict.Kind.DECIDED)) {
            findings.doubled++;
            example("entry " + entry.index() + ", " + request + ", is " + verdict.kind());
        } else if (counts) {
            lastNumber.put(request.session(), request.number());
            decide(entry.index(), request.command(), verdict);
        } else {
            findings.repeated++;
        }
    }

    private void decide(long index, Command command, Verdict verdict) {
        String account = command.account();
        long ticket = RecordingTraders.ticket(command);
        if (decidedAt.putIfAbsent(account + " " + ticket, index) != null) {
            findings.doubled++;
            example(account + "'s command " + ticket + " counts again at " + index);
        } else if (ticket != lastTicket.getOrDefault(account, 0L) + 1) {
            findings.reordered++;
            example(account + "'s " + ticket + " comes after " + lastTicket.get(account));
        }
        lastTicket.put(account, ticket);
        reasonAt.put(index, verdict.answer().reason().name());
        if (verdict.answer().isAccepted()) {
            money.count(command);
        }
    }

    private void example(String text) {
        if (findings.examples.size() < EXAMPLES_MAX) {
            findings.examples.add(text);
        }
    }

    /** Cash and shares are what was paid in, once for each deposit that counts. */
    private static final class Money {
        private long cents;
        private long shares;

        void count(Command command) {
            if (command instanceof Command.DepositCash deposit) {
                cents += deposit.cents();
            } else if (command instanceof Command.DepositShares deposit) {
                shares += deposit.quantity();
            }
        }

        boolean isConserved(Exchange exchange) {
            return Holdings.of(exchange).equals(new Holdings(cents, shares));
        }

        String inWords(Exchange exchange) {
            return "paid in " + new Holdings(cents, shares) + ", held " + Holdings.of(exchange);
        }
    }

    /** All cash, and all shares of the instrument traded. */
    private record Holdings(long cents, long shares) {
        static Holdings of(Exchange exchange) {
            TreeMap<Integer, Long> cash = new TreeMap<>();
            TreeMap<String, Long> held = new TreeMap<>();
            Map<Integer, String> symbols = new HashMap<>();
            exchange.describe(
                    new MarketListener() {
                        @Override
                        public void instrumentListed(
                                int instrument,
                                String symbol,
                                String name,
                                long tick,
                                long lot,
                                long pool) {
                            symbols.put(instrument, symbol);
                        }

                        @Override
                        public void cashChanged(int account, long available, long reserved) {
                            cash.put(account, available + reserved);
                        }

                        @Override
                        public void sharesChanged(
                                int account, int instrument, long available, long reserved) {
                            if (RecordingTraders.INSTRUMENT.equals(symbols.get(instrument))) {
                                held.put(account + "", available + reserved);
                            }
                        }
                    });
            return new Holdings(
                    cash.values().stream().mapToLong(Long::longValue).sum(),
                    held.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}
