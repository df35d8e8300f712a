package outcry.simulation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import outcry.group.Observation;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.simulation.check.AckChecker;
import outcry.simulation.check.AnswerChecker;
import outcry.simulation.check.CanvassChecker;
import outcry.simulation.check.CommitChecker;
import outcry.simulation.check.Convergence;
import outcry.simulation.check.Hearing;
import outcry.simulation.check.HistoryChecker;
import outcry.simulation.check.Judges;
import outcry.simulation.check.LeaderChecker;
import outcry.simulation.check.RecoveryChecker;
import outcry.simulation.check.SilenceChecker;
import outcry.simulation.check.SpoiltChecker;
import outcry.simulation.check.ViewChecker;
import outcry.simulation.world.Chance;
import outcry.simulation.world.InvariantViolation;
import outcry.simulation.world.Trace;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/**
 * One run: a group is founded in bad weather, faults rage while traders trade, then everything is
 * healed and must converge. All of it follows from the seed.
 */
public final class Simulation {
    private static final int TRACE_LINES = 60;
    private static final long CHECK_EVERY_NANOS = 100_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int LAST_REQUESTS = 3;

    /** So long it takes at most until everybody says whether multicast carries. */
    private static final int HEARTBEATS_UNTOLD = 20;

    private final long seed;
    private final Climate climate;
    private final Chance chance;
    private final World world;
    private final FaultPlan faults;
    private final HistoryChecker histories = new HistoryChecker();
    private final LeaderChecker leaders = new LeaderChecker(histories);
    private final AnswerChecker answers = new AnswerChecker(histories);
    private final RecoveryChecker recoveries = new RecoveryChecker();
    private final Tally tally = new Tally();
    private final Convergence convergence;
    private final SpoiltChecker spoilt = new SpoiltChecker();
    private final Traders traders;
    private long generation;

    private Simulation(long seed, Consumer<String> traceSink) {
        this.seed = seed;
        chance = new Chance(seed);
        climate = Climate.draw(chance.fork());
        CommitChecker commits = new CommitChecker();
        Hearing hearing = new Hearing();
        Judges judges =
                new Judges(
                        tally,
                        histories,
                        leaders,
                        commits,
                        recoveries,
                        new AckChecker(leaders),
                        new CanvassChecker(),
                        hearing,
                        new ViewChecker(hearing),
                        new SilenceChecker(hearing),
                        spoilt);
        world = new World(climate.world(), chance.next(), judges, traceSink);
        commits.watch(world);
        leaders.watch(world);
        hearing.watch(world);
        spoilt.watch(world);
        traders = new Traders(new Chance(~climate.surprises().seed()));
        faults = new FaultPlan(world, climate, chance.fork(), traders, judges);
        convergence = new Convergence(world);
        for (int i = 1; i <= climate.traders(); i++) {
            traders.add(
                    new Trader(
                            world,
                            chance.fork(),
                            answers,
                            () -> generation,
                            "trader" + i,
                            climate.windowMax()));
        }
    }

    /**
     * Runs one seed.
     *
     * @throws SimulationFailure when an invariant broke
     */
    public static SimulationResult run(long seed) {
        return run(seed, null);
    }

    /**
     * Runs one seed and tells line by line what happens.
     *
     * @throws SimulationFailure when an invariant broke
     */
    public static SimulationResult run(long seed, Consumer<String> traceSink) {
        return new Simulation(seed, traceSink).run();
    }

    private SimulationResult run() {
        try {
            return phases();
        } catch (RuntimeException e) {
            // An exception out of the code under test is as bad as a broken invariant.
            throw new SimulationFailure(
                    seed,
                    Trace.time(world.schedule().nowNanos()),
                    climate,
                    world.trace().last(TRACE_LINES),
                    e);
        }
    }

    private SimulationResult phases() {
        faults.startWeather();
        found();
        traders.start();
        await("no request is ever answered", 60 * SECOND, () -> answers.answers() > 0);
        faults.startFaults();
        world.schedule().runUntil(world.schedule().nowNanos() + climate.faultsNanos());
        long healedAt = world.schedule().nowNanos();
        faults.heal();
        runFor(2 * SECOND);
        traders.stop();
        traders.ask(1); // Copies of the market are compared when they change.
        long bound = 40 * SECOND + 15 * slowestTiming().suspicionNanos();
        awaitConvergence(bound);
        long convergedAt = world.schedule().nowNanos();
        traders.ask(LAST_REQUESTS);
        awaitConvergence(5 * SECOND + slowestTiming().suspicionNanos());
        await(
                () -> "G21: " + convergence.multicastProblem() + "\n" + picture(),
                5 * SECOND + HEARTBEATS_UNTOLD * slowestTiming().heartbeatNanos(),
                () -> convergence.multicastProblem().isEmpty());
        return result(convergedAt - healedAt);
    }

    /** Starts the nodes; traders come when there is something to trade at. */
    private void found() {
        List<VirtualNode> nodes = world.nodes();
        if (climate.together()) {
            faults.startCut();
            startLater(nodes);
            await("8: the nodes form no group", 120 * SECOND, this::isOneGroup);
        } else {
            world.start(nodes.get(0));
            await("8: a lone node founds no group", 10 * SECOND, () -> leads(nodes.get(0)));
            startLater(nodes.subList(1, nodes.size()));
        }
        generation = generationOfLeader();
        answers.setGeneration(generation);
    }

    /** An operator may have set any of them. */
    private Timing slowestTiming() {
        return climate.world().timing() == Timing.SLOW ? Timing.SLOW : Timing.LECTURE;
    }

    private void startLater(List<VirtualNode> nodes) {
        for (VirtualNode node : nodes) {
            world.schedule()
                    .after(
                            chance.below(climate.startSpreadNanos() + 1),
                            () -> world.startIfDown(node));
        }
    }

    private boolean isOneGroup() {
        return convergence.problem().isEmpty();
    }

    private static boolean leads(VirtualNode node) {
        return node.process().status().role() == Role.LEADER;
    }

    private long generationOfLeader() {
        for (VirtualNode node : world.nodes()) {
            if (node.process() != null && leads(node)) {
                return node.process().generation();
            }
        }
        throw new InvariantViolation("8: nobody leads");
    }

    private void awaitConvergence(long boundNanos) {
        await(
                () -> "8: " + convergence.problem() + "\n" + picture(),
                boundNanos,
                () -> traders.areIdle() && convergence.problem().isEmpty());
    }

    private String picture() {
        return convergence.picture() + traders.picture();
    }

    private void await(String complaint, long boundNanos, BooleanSupplier condition) {
        await(() -> complaint + "\n" + picture(), boundNanos, condition);
    }

    private void await(Supplier<String> complaint, long boundNanos, BooleanSupplier condition) {
        long end = world.schedule().nowNanos() + boundNanos;
        while (!condition.getAsBoolean()) {
            if (world.schedule().nowNanos() >= end) {
                throw new InvariantViolation(complaint.get());
            }
            runFor(CHECK_EVERY_NANOS);
        }
    }

    private void runFor(long nanos) {
        world.schedule().runUntil(world.schedule().nowNanos() + nanos);
    }

    private SimulationResult result(long convergedNanos) {
        return new SimulationResult(
                seed,
                climate,
                world.schedule().nowNanos(),
                world.schedule().stepsDone(),
                world.trace().hash(),
                histories.lastIndex(generation),
                answers.answers(),
                histories.repeated(),
                histories.early(),
                faults.crashes(),
                leaders.terms(),
                world.network().lost(),
                tally.of(Observation.Kind.GAP),
                tally.of(Observation.Kind.RETRANSMIT),
                tally.of(Observation.Kind.TRUNCATED),
                tally.restored(),
                recoveries.recovered(),
                recoveries.damaged(),
                tally.of(Observation.Kind.MULTICAST),
                spoilt.noticed(),
                convergedNanos);
    }
}
