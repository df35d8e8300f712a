package outcry.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outcry.simulation.Simulation;
import outcry.simulation.SimulationFailure;
import outcry.simulation.SimulationResult;
import outcry.simulation.Totals;

/**
 * Runs the seeds of a range on some threads; a thread takes the next seed whenever it is free.
 * Failures are told as they come, one at a time.
 *
 * <p>All methods may be called from any thread.
 */
public final class SeedRuns {
    /** Failing seeds kept for the end; all are told when they fail. */
    private static final int FAILED_KEPT = 1_000;

    private final SeedRange seeds;
    private final Consumer<SimulationFailure> onFailure;
    private final Totals totals = new Totals();
    private final List<Long> failed = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private long next;
    private long done;
    private long failures;
    private boolean stopped;
    private int running;
    private Error problem;

    /**
     * @param onFailure hears of each failing seed, on the thread that ran it
     */
    public SeedRuns(SeedRange seeds, Consumer<SimulationFailure> onFailure) {
        this.seeds = seeds;
        this.onFailure = onFailure;
        next = seeds.first();
    }

    /** Starts that many threads; at least 1. */
    public synchronized void start(int count) {
        running = count;
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::work, "seeds " + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Lets what runs come to its end, and begins nothing new. */
    public synchronized void stop() {
        stopped = true;
    }

    /**
     * Waits until all has ended, at most that long.
     *
     * @return whether it has
     * @throws Error what ended a thread out of turn: no memory, say
     */
    public synchronized boolean await(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (running > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        if (problem != null) {
            throw problem;
        }
        return true;
    }

    /** Seeds that have come to an end, held or not. */
    public synchronized long done() {
        return done;
    }

    public synchronized long failures() {
        return failures;
    }

    /** The seeds that failed, in order, at most the first thousand. */
    public synchronized List<Long> failed() {
        return failed.stream().sorted().toList();
    }

    /** What the runs that held did together, in words. */
    public synchronized String totals() {
        return totals.toString();
    }

    /** Whether every seed was run. */
    public synchronized boolean isComplete() {
        return done == seeds.count();
    }

    private void work() {
        try {
            for (Long seed = take(); seed != null; seed = take()) {
                run(seed);
            }
        } catch (Error error) {
            fail(error);
        } finally {
            end();
        }
    }

    private void run(long seed) {
        try {
            hold(Simulation.run(seed));
        } catch (SimulationFailure failure) {
            fail(failure);
        }
    }

    private synchronized Long take() {
        return stopped || next > seeds.last() ? null : next++;
    }

    private synchronized void hold(SimulationResult result) {
        totals.add(result);
        done++;
    }

    private synchronized void fail(SimulationFailure failure) {
        done++;
        failures++;
        if (failed.size() < FAILED_KEPT) {
            failed.add(failure.seed());
        }
        onFailure.accept(failure);
    }

    private synchronized void fail(Error error) {
        stopped = true;
        problem = error;
    }

    private synchronized void end() {
        running--;
        notifyAll();
    }
}
