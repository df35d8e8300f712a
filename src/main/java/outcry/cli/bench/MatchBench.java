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
import org.HdrHistogram.Histogram;
import outcry.cli.bench.OrderStream.Operation;
import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.market.rules.Market;
import outcry.market.rules.Outcome;

/**
 * How fast the market's rules apply a stream, with accounts, reservations and the digest: one
 * thread, commands made before, no sessions, no log, no network.
 *
 * <p>Each round builds a market, fills it, and applies the measured part. Throughput is the
 * thread's CPU time over a whole round; latencies are taken in rounds of their own, one clock
 * reading per operation. The first rounds only warm up.
 */
public final class MatchBench {
    private static final long CASH = Limits.CASH_MAX / 10_000;
    private static final long SHARES = Limits.SHARES_MAX / 10_000;
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

    /** A market with these instruments and rich accounts. */
    static Market newMarket(int instruments, int accounts) {
        Market market = new Market(Market.genesis(Limits.STANDARD));
        for (int account = 0; account < accounts; account++) {
            String name = account(account);
            setUp(market, new Command.OpenAccount(name, new byte[1], new byte[1]));
            setUp(market, new Command.DepositCash(name, CASH));
            for (int instrument = 0; instrument < instruments; instrument++) {
                setUp(market, new Command.DepositShares(name, symbol(instrument), SHARES));
            }
        }
        return market;
    }

    static Command command(Operation o) {
        return switch (o.kind()) {
            case NEW, IOC ->
                    new Command.EnterOrder(
                            account(o.account()),
                            symbol(o.instrument()),
                            o.isBuy() ? Side.BUY : Side.SELL,
                            OrderType.LIMIT,
                            o.kind() == OrderStream.Kind.NEW ? TimeInForce.GTC : TimeInForce.IOC,
                            o.price(),
                            o.quantity());
            case CANCEL -> new Command.CancelOrder(account(o.account()), o.order());
            case REDUCE -> new Command.AmendOrder(account(o.account()), o.order(), 0, o.quantity());
        };
    }

    /** Applies one operation; orders must get the numbers the stream has for them. */
    static void apply(
            Market market, Command command, Operation operation, MarketListener listener) {
        Outcome outcome = market.apply(command, listener);
        if (outcome.orderId() != operation.order()) {
            throw new IllegalStateException(operation + " was " + outcome.reason());
        }
    }

    private MatchReport run(int rounds) {
        for (int i = 0; i < WARM_UPS; i++) {
            play(null);
        }
        long[] nanos = new long[rounds];
        long bytes = Long.MAX_VALUE;
        Played last = null;
        for (int i = 0; i < rounds; i++) {
            last = play(null);
            nanos[i] = last.cpuNanos();
            bytes = Math.min(bytes, last.bytes());
        }
        Arrays.sort(nanos);
        Histogram latencies = new Histogram(LATENCY_NANOS_MAX, 3);
        play(latencies);
        return new MatchReport(
                stream.about(),
                measured.length,
                (double) nanos[rounds / 2] / measured.length,
                latencies,
                (double) bytes / measured.length,
                bytesPerOrder(),
                last.trades(),
                last.volume());
    }

    /** What one round took, and what it traded. */
    private record Played(long cpuNanos, long bytes, long trades, long volume) {}

    private Played play(Histogram latencies) {
        Market market = newMarket(stream.instruments(), stream.accounts());
        Tally tally = new Tally();
        for (Command command : filling) {
            market.apply(command, tally);
        }
        tally.clear();
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();
        if (latencies == null) {
            for (Command command : measured) {
                market.apply(command, tally);
            }
        } else {
            long then = System.nanoTime();
            for (Command command : measured) {
                market.apply(command, tally);
                long now = System.nanoTime();
                latencies.recordValue(Math.min(LATENCY_NANOS_MAX, now - then));
                then = now;
            }
        }
        long nanos = threads.getCurrentThreadCpuTime() - before;
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        return new Played(nanos, bytes, tally.trades, tally.volume);
    }

    /** Heap taken by the orders that fill the books, per order; 0 when there are none. */
    private double bytesPerOrder() {
        if (filling.length == 0) {
            return 0;
        }
        Market market = newMarket(stream.instruments(), stream.accounts());
        long before = usedHeap();
        for (Command command : filling) {
            market.apply(command, MarketListener.NONE);
        }
        long after = usedHeap();
        Reference.reachabilityFence(market);
        return (double) (after - before) / filling.length;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Command[] commands(List<Operation> operations) {
        return operations.stream().map(MatchBench::command).toArray(Command[]::new);
    }

    private static void setUp(Market market, Command command) {
        Reason reason = market.apply(command, MarketListener.NONE).reason();
        if (reason != Reason.ACCEPTED) {
            throw new IllegalStateException(command + " was " + reason);
        }
    }

    private static String account(int number) {
        return ("T" + number).intern();
    }

    private static String symbol(int number) {
        return ("I" + number).intern();
    }

    private static final class Tally implements MarketListener {
        private long trades;
        private long volume;

        void clear() {
            trades = 0;
            volume = 0;
        }

        @Override
        public void traded(
                long tradeId,
                int instrument,
                long price,
                long quantity,
                long makerOrderId,
                long takerOrderId,
                int makerAccount,
                int takerAccount,
                Side aggressor,
                long makerLeaves,
                long takerLeaves) {
            trades++;
            volume += quantity;
        }
    }
}
