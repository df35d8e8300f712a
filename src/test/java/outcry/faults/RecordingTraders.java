package outcry.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * A process of several traders that send orders and deposits without pause and print every answer.
 *
 * <p>Every command carries its ticket, the trader's count of its commands, in an amount: so it can
 * be found in a journal by what it says, whatever session and number it travelled with.
 *
 * <p>Prints a line {@code answer ACCOUNT TICKET INDEX REASON} for each answer. On standard input,
 * {@code pause} stops the load and prints {@code paused} when nothing is unanswered, {@code resume}
 * goes on, the end of input ends it.
 */
final class RecordingTraders {
    /** The instrument traded. */
    static final String INSTRUMENT = "ACME";

    private static final int UNANSWERED_MAX = 64;
    private static final long STEP_NANOS = 5_000_000L;
    private static final long TICKETS = 1_000_000;
    private static final long FIRST_AMOUNT = 100_000 * TICKETS;

    private static volatile boolean isPaused;

    private final String account;
    private final TraderSession session;
    private final SplittableRandom random;
    private final PrintStream out;
    private long ticket;

    private RecordingTraders(ClientLoop loop, String account, long seed, PrintStream out) {
        this.account = account;
        this.out = out;
        random = new SplittableRandom(seed);
        session = loop.open(new SessionListener() {});
        session.login(account, "secret of " + account, this::onLogin);
    }

    /** Arguments: group, number of traders, seed. */
    public static void main(String[] arguments) throws IOException {
        ClientConfig config = new ClientConfig(arguments[0], "", List.of(), 17_700, "");
        int count = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Thread input = new Thread(RecordingTraders::listen, "commands");
        input.setDaemon(true);
        input.start();
        try (ClientLoop loop = ClientLoop.start(config)) {
            List<RecordingTraders> traders = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                traders.add(new RecordingTraders(loop, "trader" + i, seed + i, out));
            }
            boolean isPauseTold = false;
            while (true) {
                if (!isPaused) {
                    isPauseTold = false;
                    traders.forEach(RecordingTraders::step);
                } else if (!isPauseTold
                        && traders.stream().allMatch(t -> t.session.unanswered() == 0)) {
                    isPauseTold = true;
                    print(out, "paused");
                }
                LockSupport.parkNanos(STEP_NANOS);
            }
        }
    }

    /** The ticket in a command's amount. */
    static long ticket(Command command) {
        if (command instanceof Command.DepositCash deposit) {
            return deposit.cents() % TICKETS;
        } else if (command instanceof Command.DepositShares deposit) {
            return deposit.quantity() % TICKETS;
        } else if (command instanceof Command.EnterOrder order) {
            return order.quantity();
        } else if (command instanceof Command.CancelOrder cancel) {
            return cancel.orderId();
        }
        throw new IllegalArgumentException("no trader of this test sends " + command);
    }

    private void step() {
        if (session.unanswered() >= UNANSWERED_MAX) {
            return;
        }
        ticket++;
        long sent = session.submit(next(), this::onAnswer);
        if (sent != ticket) {
            throw new IllegalStateException("command " + ticket + " got ticket " + sent);
        }
    }

    private Command next() {
        if (ticket == 1) {
            return new Command.DepositCash(account, FIRST_AMOUNT + ticket);
        } else if (ticket == 2) {
            return new Command.DepositShares(account, INSTRUMENT, FIRST_AMOUNT + ticket);
        }
        int dice = random.nextInt(10);
        if (dice < 2) {
            return new Command.DepositCash(account, ticket);
        } else if (dice < 3) {
            return new Command.CancelOrder(account, ticket);
        }
        return new Command.EnterOrder(
                account,
                INSTRUMENT,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                OrderType.LIMIT,
                dice < 7 ? TimeInForce.IOC : TimeInForce.GTC,
                random.nextInt(990, 1_011),
                ticket);
    }

    private void onLogin(ServerMessage.LoggedIn in) {
        if (!in.ok()) {
            print(out, "refused " + account + " " + in.message());
        }
    }

    private void onAnswer(ServerMessage.Answered answered) {
        print(
                out,
                "answer "
                        + account
                        + " "
                        + answered.number()
                        + " "
                        + answered.answer().index()
                        + " "
                        + answered.answer().reason());
    }

    private static void print(PrintStream out, String line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }

    private static void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                isPaused = line.equals("pause");
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
        Runtime.getRuntime().halt(0); // The test is over, one way or another.
    }
}
