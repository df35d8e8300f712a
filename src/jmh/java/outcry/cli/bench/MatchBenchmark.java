package outcry.cli.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import outcry.market.Command;

/**
 * The stream of {@code outcry bench match} under JMH: time of one operation, with accounts,
 * reservations and the digest, a few commands known before they are applied. Each invocation
 * replays the measured part to a market that was filled before.
 *
 * <p>Run with {@code mvn -Pjmh test-compile exec:exec@jmh}; add {@code -Djmh.options="-p
 * resting=1000 -prof gc"} to choose cells or profilers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(value = 3, jvmArgsAppend = "-Xmx4g")
public class MatchBenchmark {
    private static final int OPERATIONS = 1_000_000;

    @Param({"1", "64"})
    private int instruments;

    @Param({"1000", "100000", "1000000"})
    private int resting;

    private Command[] filling;
    private Command[] measured;
    private Tally tally;
    private BenchMarket market;

    /** Makes the stream. */
    @Setup(Level.Trial)
    public void generate() {
        OrderStream stream =
                StreamGenerator.generate(new StreamPlan(instruments, resting, OPERATIONS, 1));
        filling = stream.filling().stream().map(BenchMarket::command).toArray(Command[]::new);
        measured = stream.measured().stream().map(BenchMarket::command).toArray(Command[]::new);
    }

    /** Fills a new market. */
    @Setup(Level.Invocation)
    public void fill() {
        tally = new Tally(null);
        market = new BenchMarket(instruments, StreamPlan.ACCOUNTS, tally);
        for (Command command : filling) {
            market.apply(command);
        }
    }

    /** Replays the stream; what was traded keeps the compiler from leaving anything out. */
    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public long match() {
        market.applyTogether(measured);
        return tally.volume();
    }
}
