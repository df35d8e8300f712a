package outcry.cli.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;
import outcry.cli.bench.OrderStream.Operation;
import outcry.market.Command;

/**
 * How fast the market's rules apply a stream, with accounts, reservations and the digest: one
 * thread, commands made before, no sessions, no log, no network.
 *
 * <p>Each round builds a market, fills it, and applies the measured part. Throughput is the
 * thread's CPU time over a whole round, in one with commands as a busy node has them, a few known
 * before they are applied, and in the next one by one. Latencies are those of commands that come
 * alone, taken in a round of their own with one clock reading per operation. The first rounds only
 * warm up.
 */
public final class MatchBench {
    private static final int WARM_UPS = 2;
    private static final long LATENCY_NANOS_MAX = 10_000_000_000L;

    private final OrderStream stream;
    private final Command[] filling;
    private final Command[] measured;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private MatchBench(OrderStream stream) {
        this.stream = stream;
        this.filling = commands(stream.filling());
        this.measured = commands(stream.measured());
    }

    /** Measures a stream made by {@code plan}, the median of so many rounds. */
    public static MatchReport run(StreamPlan plan, int rounds) {
        return new MatchBench(StreamGenerator.generate(plan)).run(rounds);
    }

    /**
     * Measures a stream read from a file.
     *
     * @throws outcry.base.MalformedException when it is not one
     */
    public static MatchReport run(Path file, int rounds) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new MatchBench(StreamText.read(in)).run(rounds);
        }
    }

    /** Writes the stream of a plan as text. */
    public static void write(StreamPlan plan, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            StreamText.write(StreamGenerator.generate(plan), out);
        }
    }

    private MatchReport run(int rounds) {
        for (int i = 0; i < WARM_UPS; i++) {
            play(BenchMarket::applyTogether);
            play(MatchBench::applyEach);
        }
        long[] together = new long[rounds];
        long[] alone = new long[rounds];
        long bytes = Long.MAX_VALUE;
        Played last = null;
        for (int i = 0; i < rounds; i++) {
            last = play(BenchMarket::applyTogether);
            together[i] = last.cpuNanos();
            bytes = Math.min(bytes, last.bytes());
            alone[i] = play(MatchBench::applyEach).cpuNanos();
        }
        Histogram latencies = new Histogram(LATENCY_NANOS_MAX, 3);
        play((market, commands) -> applyTimed(market, commands, latencies));
        return new MatchReport(
                stream.about(),
                measured.length,
                median(together) / measured.length,
                median(alone) / measured.length,
                latencies,
                (double) bytes / measured.length,
                filling.length,
                filledHeap(),
                last.trades(),
                last.volume());
    }

    /** What one round took, and what it traded. */
    private record Played(long cpuNanos, long bytes, long trades, long volume) {}

    private Played play(BiConsumer<BenchMarket, Command[]> way) {
        Tally tally = new Tally(null);
        BenchMarket market = new BenchMarket(stream.instruments(), stream.accounts(), tally);
        market.applyTogether(filling);
        tally.clear();
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();
        way.accept(market, measured);
        long nanos = threads.getCurrentThreadCpuTime() - before;
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        return new Played(nanos, bytes, tally.trades(), tally.volume());
    }

    private static void applyEach(BenchMarket market, Command[] commands) {
        for (Command command : commands) {
            market.apply(command);
        }
    }

    private static void applyTimed(BenchMarket market, Command[] commands, Histogram latencies) {
        long then = System.nanoTime();
        for (Command command : commands) {
            market.apply(command);
            long now = System.nanoTime();
            latencies.recordValue(Math.min(LATENCY_NANOS_MAX, now - then));
            then = now;
        }
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** What the orders that fill the books take of the heap. */
    private LiveHeap filledHeap() {
        BenchMarket market =
                new BenchMarket(stream.instruments(), stream.accounts(), new Tally(null));
        LiveHeap.read(); // The first reading leaves objects of its own behind.
        LiveHeap before = LiveHeap.read();
        for (Command command : filling) {
            market.apply(command);
        }
        LiveHeap after = LiveHeap.read();
        Reference.reachabilityFence(market);
        return after.minus(before);
    }

    private static Command[] commands(List<Operation> operations) {
        return operations.stream().map(BenchMarket::command).toArray(Command[]::new);
    }
}
