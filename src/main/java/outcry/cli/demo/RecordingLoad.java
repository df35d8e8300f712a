package outcry.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Answered;

/**
 * Two accounts that trade with each other without a pause, and record every answer: what a node
 * holds afterwards can be compared with what was promised.
 */
final class RecordingLoad implements AutoCloseable {
    static final String MAKER = "ledger-maker";
    static final String TAKER = "ledger-taker";

    private static final String INSTRUMENT = "LEDGER";
    static final String SECRET = "ledger";
    private static final long CASH_CENTS = 1_000_000_000;
    private static final long SHARES = 1_000_000;
    private static final long PERIOD_NANOS = 10_000_000;
    private static final int UNANSWERED_MAX = 400;

    private final ClientLoop loop;
    private final TraderSession session;
    private final Ledger ledger = new Ledger(MAKER, TAKER, INSTRUMENT);
    private final Thread thread = new Thread(this::run, "recording load");
    private long submitted;
    private long answered;
    private long markNanos = Long.MAX_VALUE;
    private long firstAnswerAfterMarkNanos;
    private boolean isStopping;

    RecordingLoad(ClientConfig config) throws IOException {
        loop = ClientLoop.start(config);
        session = loop.open(new SessionListener() {});
        thread.setDaemon(true);
    }

    void start() {
        session.login(MAKER, SECRET, result -> {});
        session.login(TAKER, SECRET, result -> {});
        submit(new Command.DepositShares(MAKER, INSTRUMENT, SHARES));
        submit(new Command.DepositCash(TAKER, CASH_CENTS));
        thread.start();
    }

    /** From now on, {@link #firstAnswerNanos} looks for the answer to something sent later. */
    synchronized void mark(long nowNanos) {
        markNanos = nowNanos;
        firstAnswerAfterMarkNanos = 0;
    }

    /** Waits for the first answer to a command sent after the mark; how long after it that came. */
    synchronized long firstAnswerNanos(long seconds)
            throws InterruptedException, DemoFailedException {
        await(() -> firstAnswerAfterMarkNanos != 0, seconds, "no new command was answered");
        return firstAnswerAfterMarkNanos - markNanos;
    }

    /** Sends no more, and waits for the last answer. */
    synchronized void finish(long seconds) throws InterruptedException, DemoFailedException {
        isStopping = true;
        notifyAll();
        await(() -> answered == submitted, seconds, "commands were left without an answer");
    }

    synchronized long answered() {
        return answered;
    }

    synchronized long submitted() {
        return submitted;
    }

    synchronized int orders() {
        return ledger.orders();
    }

    synchronized int trades() {
        return ledger.trades();
    }

    synchronized List<String> differences(AccountState state) {
        return ledger.differences(state);
    }

    @Override
    public void close() {
        synchronized (this) {
            isStopping = true;
            notifyAll();
        }
        session.close();
        loop.close();
    }

    private synchronized void run() {
        try {
            long dueNanos = System.nanoTime();
            long number = 0;
            while (!isStopping) {
                long left = dueNanos - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                    continue; // Answers wake this thread, too.
                }
                if (submitted - answered < UNANSWERED_MAX) {
                    submit(number % 2 == 0 ? sell(number) : buy(number));
                    number++;
                }
                dueNanos += PERIOD_NANOS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Command sell(long number) {
        return new Command.EnterOrder(
                MAKER,
                INSTRUMENT,
                Side.SELL,
                OrderType.LIMIT,
                TimeInForce.GTC,
                1_000 + number % 5,
                1 + number % 3);
    }

    private static Command buy(long number) {
        return new Command.EnterOrder(
                TAKER,
                INSTRUMENT,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.IOC,
                1_004,
                1 + number % 4);
    }

    private synchronized void submit(Command command) {
        long sentNanos = System.nanoTime();
        submitted++;
        session.submit(command, answer -> onAnswer(command, sentNanos, answer));
    }

    private synchronized void onAnswer(Command command, long sentNanos, Answered answer) {
        answered++;
        ledger.book(command, answer.answer());
        if (sentNanos >= markNanos && firstAnswerAfterMarkNanos == 0) {
            firstAnswerAfterMarkNanos = System.nanoTime();
        }
        notifyAll();
    }

    /** A condition that changes under this object's lock. */
    private interface Condition {
        boolean isTrue();
    }

    private void await(Condition condition, long seconds, String otherwise)
            throws InterruptedException, DemoFailedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.isTrue()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new DemoFailedException(otherwise + " within " + seconds + " s");
            }
            wait(left);
        }
    }
}
