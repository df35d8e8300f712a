package outcry.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * Two traders who sell to each other in turn, as fast as answers come with so many orders under
 * way, or at a given rate; counts answers and their times.
 */
final class Load implements AutoCloseable {
    private static final String[] ACCOUNTS = {"ann", "bob"};
    private static final String INSTRUMENT = "ACME";
    private static final int UNDER_WAY_MAX = 256;
    private static final int TIMES_MAX = 1 << 20;

    private final ClientLoop loop;
    private final TraderSession session;
    private final Thread thread = new Thread(this::run, "load");
    private final Semaphore room = new Semaphore(UNDER_WAY_MAX);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final long[] times = new long[TIMES_MAX];
    private final long periodNanos;
    private int timesCount;
    private volatile boolean isStopping;

    /**
     * @param perSecond orders a second; 0 for as many as are answered
     */
    Load(ClientConfig config, int perSecond) throws IOException {
        loop = ClientLoop.start(config);
        session = loop.open(new SessionListener() {});
        periodNanos = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
        thread.setDaemon(true);
    }

    void start() {
        for (String account : ACCOUNTS) {
            session.login(account, "secret of the fuzzer", result -> {});
            submit(new Command.DepositCash(account, 1_000_000_000));
            submit(new Command.DepositShares(account, INSTRUMENT, 1_000_000));
        }
        thread.start();
    }

    long answered() {
        return answered.get();
    }

    long refused() {
        return refused.get();
    }

    /** The times to answer since the last call, sorted, in nanoseconds. */
    synchronized long[] takeTimes() {
        long[] taken = Arrays.copyOf(times, timesCount);
        timesCount = 0;
        Arrays.sort(taken);
        return taken;
    }

    private void run() {
        long nextNanos = System.nanoTime();
        int turn = 0;
        while (!isStopping) {
            if (periodNanos > 0) {
                nextNanos = Math.max(nextNanos + periodNanos, System.nanoTime() - 50_000_000L);
                LockSupport.parkNanos(nextNanos - System.nanoTime());
            }
            submit(
                    new Command.EnterOrder(
                            ACCOUNTS[(turn + 1) / 2 % 2],
                            INSTRUMENT,
                            turn++ % 2 == 0 ? Side.SELL : Side.BUY,
                            OrderType.LIMIT,
                            TimeInForce.GTC,
                            1_000,
                            1));
        }
    }

    private void submit(Command command) {
        room.acquireUninterruptibly();
        long sentNanos = System.nanoTime();
        session.submit(command, answer -> onAnswer(answer, sentNanos));
    }

    private void onAnswer(ServerMessage.Answered answer, long sentNanos) {
        room.release();
        answered.incrementAndGet();
        if (!answer.answer().isAccepted()) {
            refused.incrementAndGet();
        }
        synchronized (this) {
            if (timesCount < TIMES_MAX) {
                times[timesCount++] = System.nanoTime() - sentNanos;
            }
        }
    }

    @Override
    public void close() {
        isStopping = true;
        room.release(UNDER_WAY_MAX);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
        loop.close();
    }
}
