package outcry.cli.bench;

import java.util.ArrayList;
import java.util.List;
import outcry.cli.bench.OrderStream.Kind;
import outcry.cli.bench.OrderStream.Operation;
import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.OrderType;
import outcry.market.Reason;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.market.rules.Market;
import outcry.market.rules.Outcome;

/** A market to play streams to: its instruments are listed, its accounts are rich. */
final class BenchMarket {
    private static final long CASH = Limits.CASH_MAX / 10_000;
    private static final long SHARES = Limits.SHARES_MAX / 10_000;

    private final Market market = new Market(Market.genesis(Limits.STANDARD));
    private final Tally tally;

    BenchMarket(int instruments, int accounts, Tally tally) {
        this.tally = tally;
        opening(instruments, accounts).forEach(this::setUp);
    }

    /** What opens the accounts, with cash and shares of all instruments. */
    static List<Command> opening(int instruments, int accounts) {
        List<Command> opening = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            String name = account(account);
            opening.add(new Command.OpenAccount(name, new byte[1], new byte[1]));
            opening.add(new Command.DepositCash(name, CASH));
            for (int instrument = 0; instrument < instruments; instrument++) {
                opening.add(new Command.DepositShares(name, symbol(instrument), SHARES));
            }
        }
        return opening;
    }

    static Command command(Operation o) {
        return switch (o.kind()) {
            case NEW, IOC ->
                    new Command.EnterOrder(
                            account(o.account()),
                            symbol(o.instrument()),
                            o.isBuy() ? Side.BUY : Side.SELL,
                            OrderType.LIMIT,
                            o.kind() == Kind.NEW ? TimeInForce.GTC : TimeInForce.IOC,
                            o.price(),
                            o.quantity());
            case CANCEL -> new Command.CancelOrder(account(o.account()), o.order());
            case REDUCE -> new Command.AmendOrder(account(o.account()), o.order(), 0, o.quantity());
        };
    }

    /** Applies what {@link #command} made of an operation. */
    void apply(Command command) {
        market.apply(command, tally);
    }

    /** Applies all, foreseeing a few at a time, as a node does with what is committed together. */
    void applyTogether(Command[] commands) {
        for (int i = 0; i < commands.length; i++) {
            if (i % Market.FORESEEN_MAX == 0) {
                int end = Math.min(i + Market.FORESEEN_MAX, commands.length);
                market.foresee(commands, i, end);
            }
            market.apply(commands[i], tally);
        }
    }

    /** Applies an operation; orders must get the numbers the stream has for them. */
    void apply(Operation operation) {
        Outcome outcome = market.apply(command(operation), tally);
        if (outcome.orderId() != operation.order()) {
            throw new IllegalStateException(operation + " was " + outcome.reason());
        }
    }

    private void setUp(Command command) {
        Reason reason = market.apply(command, tally).reason();
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
}
