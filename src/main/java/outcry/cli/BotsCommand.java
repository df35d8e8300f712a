package outcry.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import outcry.bots.BotCounts;
import outcry.bots.BotFarm;
import outcry.bots.BotPlan;
import outcry.client.ClientLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulated traders, until they are stopped. */
@Command(
        name = "bots",
        description =
                "Simulated traders, as ordinary clients: market makers and noise traders. Prints"
                        + " every five seconds what they did. Ctrl-C lets them cancel their orders"
                        + " and ends.")
final class BotsCommand implements Callable<Integer> {
    private static final long REPORT_SECONDS = 5;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;

    @Spec private CommandSpec command;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "bots, 1 to " + BotPlan.COUNT_MAX + "; default: ${DEFAULT-VALUE}")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "decides what they do and what their accounts are called;"
                            + " default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "orders per second of all together; default: ${DEFAULT-VALUE}")
    private double ordersPerSecond;

    @Option(
            names = "--instruments",
            paramLabel = "SYMBOL",
            split = ",",
            defaultValue = "NVIDIA,APPLE,ACME",
            description = "what they trade; default: ${DEFAULT-VALUE}")
    private List<String> instruments;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "end after this many seconds; default: when stopped")
    private double seconds;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "how long to look for an exchange before giving up; default: ${DEFAULT-VALUE}")
    private double waitSeconds;

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        BotPlan plan = plan();
        if (!(seconds >= 0)) {
            throw UsageErrors.bad(command, "--seconds", "--seconds is at least 0, not " + seconds);
        }
        long waitNanos = ConsoleCommand.waitNanos(command, waitSeconds);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stopAndWait(stopped, ended), "stop bots"));
        try (ClientLoop loop = ClientLoop.start(group.client(""));
                BotFarm farm = BotFarm.start(loop, plan)) {
            return run(loop, farm, waitNanos, stopped);
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.FAILED, e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private BotPlan plan() {
        try {
            for (String instrument : instruments) {
                if (!instrument.matches("[A-Z0-9._-]{1,32}")) {
                    throw new IllegalArgumentException(
                            "an instrument is 1 to 32 of A-Z 0-9 . _ -, not '" + instrument + "'");
                }
            }
            return new BotPlan(count, seed, instruments, ordersPerSecond);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    private int run(ClientLoop loop, BotFarm farm, long waitNanos, CountDownLatch stopped)
            throws InterruptedException, CommandFailed {
        long startNanos = System.nanoTime();
        long endNanos =
                seconds == 0
                        ? Long.MAX_VALUE
                        : startNanos + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        boolean isStopped = false;
        while (!isStopped && System.nanoTime() < endNanos) {
            long left = endNanos - System.nanoTime();
            long pause = Math.min(left, TimeUnit.SECONDS.toNanos(REPORT_SECONDS));
            isStopped = stopped.await(pause, TimeUnit.NANOSECONDS);
            print(farm.counts());
            boolean hasTraded = farm.counts().accepted() > 0;
            if (!hasTraded && System.nanoTime() - startNanos > waitNanos) {
                throw noExchange(loop);
            }
        }
        return ExitStatus.DONE;
    }

    private CommandFailed noExchange(ClientLoop loop) {
        return loop.found().isEmpty()
                ? new CommandFailed(
                        ExitStatus.NO_EXCHANGE,
                        ("no node of the exchange '"
                                        + group.group()
                                        + "' was found. "
                                        + loop.keyTrouble())
                                .strip())
                : new CommandFailed(
                        ExitStatus.NO_LEADER, "the exchange answers nothing: it has no leader");
    }

    private static void print(BotCounts counts) {
        System.out.println(
                counts.sent()
                        + " commands sent, "
                        + counts.accepted()
                        + " accepted, "
                        + counts.rejected()
                        + " rejected, "
                        + counts.unanswered()
                        + " unanswered");
        System.out.flush();
    }

    private static void stopAndWait(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
