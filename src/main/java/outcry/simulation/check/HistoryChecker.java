package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import outcry.group.Entry;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/**
 * Invariants 2, 4, 5 and 6: all processes of a generation apply the same entries in the same order
 * with the same results; no request takes effect twice; cash and shares are conserved.
 */
public final class HistoryChecker implements WorldWatch {
    /** Shares of A and of B that exist from the beginning, in their pools. */
    private static final long POOL_SHARES = 5_000;

    private record State(long generation, long index, long digest) {}

    private final TreeMap<Long, History> byGeneration = new TreeMap<>();

    /** What spoiled copies have been like; a checkpoint of one is another such copy. */
    private final Set<State> spoiledStates = new HashSet<>();

    private final Set<Answer> wrongAnswers = new HashSet<>();
    private long repeated;
    private long early;

    /** The history of that generation, empty when nothing of it was applied. */
    History history(long generation) {
        return byGeneration.computeIfAbsent(generation, id -> new History());
    }

    /** Entries that were sequenced although their request had been decided before. */
    public long repeated() {
        return repeated;
    }

    /** Entries that were sequenced before an earlier request of their session. */
    public long early() {
        return early;
    }

    /** The highest index applied by anyone in that generation. */
    public long lastIndex(long generation) {
        return history(generation).lastIndex();
    }

    @Override
    public void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {
        History history = history(process.generation());
        Supplier<String> where = () -> process.node().name() + " at index " + entry.index();
        History.Fact known = history.at(entry.index());
        if (known == null) {
            unless(
                    entry.index() == history.lastIndex() + 1,
                    () ->
                            "2: "
                                    + where.get()
                                    + ": applied before anyone applied the entries in between");
            Verdict right = request == null ? null : history.apply(entry, request);
            history.add(factOf(process, history, entry, request, right));
            count(right);
            if (right != null && right.kind() == Verdict.Kind.DECIDED) {
                decide(history, where, entry, request, right);
            }
        } else {
            unless(
                    isSame(known.entry(), entry),
                    () ->
                            "2: "
                                    + where.get()
                                    + " applies "
                                    + entry
                                    + ", others applied "
                                    + known.entry());
        }
        if (process.replica().isSpoiled()) {
            rememberSpoiled(process);
            excuse(history, request, verdict);
        } else {
            checkDecision(history, where, entry, request, verdict);
            checkState(process, history.at(entry.index()), where);
        }
    }

    @Override
    public void restored(VirtualProcess process, long index) {
        History.Fact known = history(process.generation()).at(index);
        unless(known != null, () -> "2: a checkpoint at " + index + ", which nobody applied");
        if (spoiledStates.contains(state(process))) {
            process.replica().setSpoiled(); // Whoever made the checkpoint did not know it.
        } else {
            checkState(process, known, () -> process.node().name() + " restored to index " + index);
        }
    }

    @Override
    public void restarted(VirtualProcess before, VirtualProcess now, List<String> notes) {
        if (now.generation() != 0 && now.replica().appliedIndex() > 0) {
            restored(now, now.replica().appliedIndex());
        }
    }

    @Override
    public void spoiled(VirtualProcess process) {
        rememberSpoiled(process);
    }

    private void rememberSpoiled(VirtualProcess process) {
        spoiledStates.add(state(process));
    }

    private static State state(VirtualProcess process) {
        return new State(
                process.generation(), process.replica().appliedIndex(), process.replica().digest());
    }

    /** A copy that is spoiled may answer wrong as long as nobody could have noticed. */
    private void excuse(History history, Request request, Verdict verdict) {
        if (request != null && verdict.kind() == Verdict.Kind.DECIDED) {
            History.Decision decision = history.decision(request.session(), request.number());
            if (decision != null && !decision.answer().equals(verdict.answer())) {
                wrongAnswers.add(verdict.answer());
            }
        }
    }

    /** Whether a spoiled copy decided so before it was found to differ. */
    boolean isExcused(Answer answer) {
        return wrongAnswers.contains(answer);
    }

    static boolean isSame(Entry one, Entry other) {
        return one == other
                || one.index() == other.index()
                        && one.term() == other.term()
                        && one.kind() == other.kind()
                        && one.timestampNanos() == other.timestampNanos()
                        && Arrays.equals(one.payload(), other.payload());
    }

    private void count(Verdict verdict) {
        if (verdict != null && verdict.kind() == Verdict.Kind.REPEATED) {
            repeated++;
        } else if (verdict != null && verdict.kind() == Verdict.Kind.EARLY) {
            early++;
        }
    }

    private static void checkDecision(
            History history,
            Supplier<String> where,
            Entry entry,
            Request request,
            Verdict verdict) {
        if (request == null || verdict.kind() != Verdict.Kind.DECIDED) {
            unless(
                    request == null || verdict.kind() != Verdict.Kind.REFUSED,
                    () -> "3: " + where.get() + ": a session is not known any more: " + verdict);
            return;
        }
        decide(history, where, entry, request, verdict);
    }

    private static void decide(
            History history,
            Supplier<String> where,
            Entry entry,
            Request request,
            Verdict verdict) {
        Supplier<String> name =
                () -> "request " + request.number() + " of " + request.command().account();
        History.Decision before = history.decision(request.session(), request.number());
        if (before == null) {
            history.decide(request, new History.Decision(entry.index(), verdict.answer()));
        } else {
            unless(
                    before.index() == entry.index(),
                    () ->
                            "4: "
                                    + where.get()
                                    + ": "
                                    + name.get()
                                    + " takes effect a second time, first at "
                                    + before.index());
            unless(
                    before.answer().equals(verdict.answer()),
                    () ->
                            "6: "
                                    + where.get()
                                    + ": "
                                    + name.get()
                                    + " decided as "
                                    + verdict.answer()
                                    + ", elsewhere as "
                                    + before.answer());
        }
    }

    private static void checkState(
            VirtualProcess process, History.Fact fact, Supplier<String> where) {
        unless(
                process.replica().digest() == fact.digest(),
                () -> "6: " + where.get() + ": another digest than others had there");
        unless(
                process.replica().holdings().cashTotal() == fact.cashIn(),
                () ->
                        "5: "
                                + where.get()
                                + ": accounts hold "
                                + process.replica().holdings().cashTotal()
                                + " cents, paid in were "
                                + fact.cashIn());
        unless(
                process.replica().holdings().sharesBySymbol().equals(fact.sharesIn()),
                () ->
                        "5: "
                                + where.get()
                                + ": accounts and pools hold "
                                + process.replica().holdings().sharesBySymbol()
                                + ", brought in were "
                                + fact.sharesIn());
    }

    private static History.Fact factOf(
            VirtualProcess process,
            History history,
            Entry entry,
            Request request,
            Verdict verdict) {
        History.Fact before = history.last();
        long cash = before == null ? 0 : before.cashIn();
        SortedMap<String, Long> shares = before == null ? atFirst() : before.sharesIn();
        boolean counts =
                verdict != null
                        && verdict.kind() == Verdict.Kind.DECIDED
                        && verdict.answer().isAccepted();
        if (counts) {
            cash += cashIn(request.command());
            shares = withSharesIn(shares, request.command());
        }
        return new History.Fact(entry, process.kept().term(), history.digest(), cash, shares);
    }

    private static SortedMap<String, Long> atFirst() {
        return new TreeMap<>(java.util.Map.of("A", POOL_SHARES, "B", POOL_SHARES));
    }

    private static long cashIn(Command command) {
        if (command instanceof Command.DepositCash deposit) {
            return deposit.cents();
        } else if (command instanceof Command.WithdrawCash withdrawal) {
            return -withdrawal.cents();
        }
        return 0;
    }

    private static SortedMap<String, Long> withSharesIn(
            SortedMap<String, Long> shares, Command command) {
        if (command instanceof Command.DepositShares deposit) {
            return added(shares, deposit.instrument(), deposit.quantity());
        } else if (command instanceof Command.WithdrawShares withdrawal) {
            return added(shares, withdrawal.instrument(), -withdrawal.quantity());
        } else if (command instanceof Command.ListInstrument listing) {
            return added(shares, listing.instrument(), listing.pool());
        }
        return shares;
    }

    private static SortedMap<String, Long> added(
            SortedMap<String, Long> shares, String symbol, long quantity) {
        SortedMap<String, Long> sum = new TreeMap<>(shares);
        sum.merge(symbol, quantity, Long::sum);
        return sum;
    }
}
