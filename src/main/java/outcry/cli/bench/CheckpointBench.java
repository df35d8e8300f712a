package outcry.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import outcry.cli.bench.OrderStream.Operation;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.MarketListener;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.market.state.FrozenOrders;

/**
 * How long trading stands still for a checkpoint of a full market (M20), how long it takes to write
 * one out beside it, and to restore it. As in a node, room for it is made on another thread before.
 */
public final class CheckpointBench {
    private static final long SESSION = 1;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Exchange exchange = new Exchange();
    private long requests;

    private CheckpointBench(OrderStream stream) {
        BenchMarket.opening(stream.instruments(), stream.accounts()).forEach(this::apply);
        for (Operation operation : stream.filling()) {
            apply(BenchMarket.command(operation));
        }
    }

    /**
     * Fills a market as {@code plan} says and takes so many checkpoints, the first of them cold.
     *
     * @throws IllegalStateException when what was restored is not what was kept
     */
    public static CheckpointReport run(StreamPlan plan, int rounds) {
        OrderStream stream = StreamGenerator.generate(plan);
        return new CheckpointBench(stream).run(stream.filling().size(), rounds);
    }

    private CheckpointReport run(int orders, int rounds) {
        long[] pauses = new long[rounds];
        long[] busy = new long[rounds];
        long[] writes = new long[rounds];
        long[] restores = new long[rounds];
        int bytes = 0;
        for (int i = 0; i < rounds; i++) {
            FrozenOrders room = CompletableFuture.supplyAsync(exchange.room()).join();
            long start = System.nanoTime();
            long busyBefore = threads.getCurrentThreadCpuTime();
            Supplier<byte[]> frozen = exchange.freeze(room);
            busy[i] = threads.getCurrentThreadCpuTime() - busyBefore;
            long taken = System.nanoTime();
            byte[] checkpoint = frozen.get();
            long written = System.nanoTime();
            Exchange restored = Exchange.restore(checkpoint);
            long end = System.nanoTime();
            if (restored.digest() != exchange.digest()) {
                throw new IllegalStateException("the restored market differs");
            }
            pauses[i] = taken - start;
            writes[i] = written - taken;
            restores[i] = end - written;
            bytes = checkpoint.length;
        }
        return new CheckpointReport(orders, bytes, pauses, busy, writes, restores);
    }

    private void apply(Command command) {
        requests++;
        Request request = new Request(SESSION, requests, requests - 1, command);
        Verdict verdict = exchange.apply(requests, requests, request, MarketListener.NONE);
        if (!verdict.answer().isAccepted()) {
            throw new IllegalStateException(command + " was " + verdict.answer());
        }
    }
}
