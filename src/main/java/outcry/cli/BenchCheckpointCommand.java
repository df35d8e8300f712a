package outcry.cli;

import java.util.concurrent.Callable;
import outcry.cli.bench.CheckpointBench;
import outcry.cli.bench.CheckpointReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checkpoints of a full market. */
@Command(
        name = "checkpoint",
        description =
                "Takes checkpoints of a market full of resting orders, as a node does while it"
                        + " trades: how long trading stands still for one, how long it takes to"
                        + " write it out beside trading, and to restore it. The longest of each is"
                        + " mostly the first, before Java has compiled anything.")
final class BenchCheckpointCommand implements Callable<Integer> {
    private static final int RESTING = 1_000_000;

    @Mixin private StandardOptions standard;

    @Mixin private final BenchOptions options = new BenchOptions(RESTING);

    @Override
    public Integer call() {
        CheckpointReport report = CheckpointBench.run(options.plan(1, 1), options.rounds());
        options.print(report.toJson(), report.toText());
        return ExitStatus.DONE;
    }
}
