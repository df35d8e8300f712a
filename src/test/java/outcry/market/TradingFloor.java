package outcry.market;

import java.util.ArrayList;
import java.util.List;

/**
 * An exchange under test, with commands in a trader's words. Every command is one request of one
 * session; the events of the last one are kept as text.
 */
final class TradingFloor {
    static final long NOW = 1_800_000_000_000_000_000L;

    private static final long SESSION = 7;

    Exchange exchange;

    /** The events of the last command. */
    final EventLog events = new EventLog();

    private long number;
    private long index;

    TradingFloor() {
        this(new Exchange());
    }

    TradingFloor(Exchange exchange) {
        this.exchange = exchange;
    }

    Answer send(Command command) {
        events.clear();
        number++;
        Request request = new Request(SESSION, number, number - 1, command);
        return exchange.apply(++index, NOW + index, request, events).answer();
    }

    Answer open(String account) {
        return send(new Command.OpenAccount(account, new byte[] {1}, new byte[] {2}));
    }

    /** Opens an account that has this cash, and this many shares of ACME. */
    void open(String account, long cents, long shares) {
        open(account);
        if (cents > 0) {
            deposit(account, cents);
        }
        if (shares > 0) {
            deposit(account, "ACME", shares);
        }
    }

    Answer deposit(String account, long cents) {
        return send(new Command.DepositCash(account, cents));
    }

    Answer withdraw(String account, long cents) {
        return send(new Command.WithdrawCash(account, cents));
    }

    Answer deposit(String account, String instrument, long quantity) {
        return send(new Command.DepositShares(account, instrument, quantity));
    }

    Answer withdraw(String account, String instrument, long quantity) {
        return send(new Command.WithdrawShares(account, instrument, quantity));
    }

    Answer buy(String account, long quantity, long price) {
        return limit(account, Side.BUY, TimeInForce.GTC, quantity, price);
    }

    Answer sell(String account, long quantity, long price) {
        return limit(account, Side.SELL, TimeInForce.GTC, quantity, price);
    }

    Answer limit(String account, Side side, TimeInForce timeInForce, long quantity, long price) {
        return send(
                new Command.EnterOrder(
                        account, "ACME", side, OrderType.LIMIT, timeInForce, price, quantity));
    }

    Answer market(String account, Side side, long quantity) {
        return send(
                new Command.EnterOrder(
                        account, "ACME", side, OrderType.MARKET, TimeInForce.IOC, 0, quantity));
    }

    Answer cancel(String account, long orderId) {
        return send(new Command.CancelOrder(account, orderId));
    }

    Answer cancelAll(String account, String instrument) {
        return send(new Command.CancelAll(account, instrument));
    }

    Answer list(String account, String symbol, long tick, long lot, long pool) {
        return send(new Command.ListInstrument(account, symbol, symbol, tick, lot, pool));
    }

    /** "100 + 20": available and reserved cents. */
    String cash(String account) {
        return picture().cash(account);
    }

    /** "100 + 20": available and reserved shares of ACME. */
    String shares(String account) {
        return picture().shares(account, "ACME");
    }

    /** One line per resting order of ACME in priority: "SELL 10 @ 101 bob". */
    List<String> book() {
        return new ArrayList<>(picture().orders("ACME"));
    }

    Picture picture() {
        Picture picture = new Picture();
        exchange.describe(picture);
        return picture;
    }
}
