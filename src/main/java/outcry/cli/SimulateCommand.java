package outcry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outcry.cli.simulate.SeedRange;
import outcry.cli.simulate.SeedReport;
import outcry.cli.simulate.SeedRuns;
import outcry.simulation.Simulation;
import outcry.simulation.SimulationFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whole groups under faults on virtual time, seed by seed. */
@Command(
        name = "simulate",
        description =
                "Runs whole groups with traders under faults, on virtual time and a virtual"
                        + " network, and judges every step. One line for each seed that broke a"
                        + " rule, totals at the end; Ctrl-C ends early, with the totals so far."
                        + " Exit status 1 when a seed failed.")
final class SimulateCommand implements Callable<Integer> {
    private static final int THREADS_MAX = 1_024;
    private static final long PROGRESS_MILLIS = 5_000;
    private static final long FAREWELL_SECONDS = 10;
    private static final String TO_OUTPUT = "-";

    @Mixin private StandardOptions standard;

    @Spec private CommandSpec command;

    @Option(names = "--seed", paramLabel = "N", description = "runs this seed alone, 0 or more")
    private Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "runs all seeds from A to B, such as 1..100000")
    private String seeds;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "runs so many seeds at a time; default: one for each processor")
    private Integer threads;

    @Option(names = "--json", description = "one JSON object for each line of output")
    private boolean json;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = TO_OUTPUT,
            description =
                    "with --seed: everything that happens in it, line by line, to FILE, or to"
                            + " standard output without one")
    private String trace;

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        SeedRange range = range();
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (count < 1 || count > THREADS_MAX) {
            throw UsageErrors.bad(
                    command, "--threads", "--threads is 1 to " + THREADS_MAX + ", not " + count);
        }
        if (trace == null) {
            return run(range, (int) Math.min(count, range.count()));
        } else if (seed == null) {
            throw UsageErrors.bad(
                    command, "--trace", "--trace goes with --seed: one trace is of one seed");
        } else if (json && trace.equals(TO_OUTPUT)) {
            throw UsageErrors.bad(
                    command, "--trace", "--trace with --json takes a file: a trace is no JSON");
        }
        return trace();
    }

    private SeedRange range() {
        if ((seed == null) == (seeds == null)) {
            throw UsageErrors.bad(
                    command, "--seeds", "either --seed N or --seeds A..B says what to run");
        }
        if (seed != null) {
            if (seed < 0) {
                throw UsageErrors.bad(command, "--seed", "--seed is 0 or more, not " + seed);
            }
            return new SeedRange(seed, seed);
        }
        try {
            return SeedRange.parse(seeds);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.bad(command, "--seeds", e.getMessage());
        }
    }

    private int run(SeedRange range, int count) throws InterruptedException {
        SeedReport report = new SeedReport(range, json);
        SeedRuns runs = new SeedRuns(range, failure -> say(report.failure(failure)));
        CountDownLatch ended = new CountDownLatch(1);
        Thread farewell = new Thread(() -> stopAndWait(runs, ended), "stop seeds");
        Runtime.getRuntime().addShutdownHook(farewell);
        long startNanos = System.nanoTime();
        try {
            runs.start(count);
            while (!runs.await(PROGRESS_MILLIS)) {
                command.commandLine()
                        .getErr()
                        .println(report.progress(runs, System.nanoTime() - startNanos));
            }
            say(report.totals(runs, System.nanoTime() - startNanos));
        } finally {
            ended.countDown();
        }
        return runs.failures() == 0 ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    /** Runs the one seed, every line of it told. */
    private int trace() throws CommandFailed {
        if (trace.equals(TO_OUTPUT)) {
            return trace(command.commandLine().getOut());
        }
        try (PrintWriter file = open(Path.of(trace))) {
            return trace(file);
        }
    }

    private int trace(PrintWriter lines) throws CommandFailed {
        SeedReport report = new SeedReport(range(), json);
        int status = ExitStatus.DONE;
        String end;
        try {
            end = report.success(Simulation.run(seed, lines::println));
        } catch (SimulationFailure failure) {
            status = ExitStatus.FAILED;
            end = report.failure(failure);
        }
        say(end);
        if (lines.checkError()) {
            throw new CommandFailed(ExitStatus.FAILED, "the trace could not be written to its end");
        }
        return status;
    }

    private static PrintWriter open(Path file) throws CommandFailed {
        try {
            return new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitStatus.FAILED, "the trace cannot be written to " + file + ": " + e);
        }
    }

    private void say(String line) {
        PrintWriter output = command.commandLine().getOut();
        output.println(line);
        output.flush();
    }

    private static void stopAndWait(SeedRuns runs, CountDownLatch ended) {
        runs.stop();
        try {
            ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
