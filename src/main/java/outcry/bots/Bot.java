package outcry.bots;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.tinylog.Logger;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;

/**
 * One simulated trader: logs in, brings cash and shares, then acts as its strategy says, at its
 * pace, with a bounded number of commands unanswered. Everything happens on the loop's thread.
 */
final class Bot implements SessionListener {
    static final long CASH_CENTS = 1_000_000_00L;
    static final long SHARES = 100_000;

    private static final int IN_FLIGHT_MAX = 32;

    /** More than this behind its pace, a bot does not try to catch up. */
    private static final long CATCH_UP_NANOS = 1_000_000_000L;

    private enum Stage {
        LOGGING_IN,
        FUNDING,
        TRADING,
        STOPPING,
        STOPPED
    }

    private final ClientLoop loop;
    private final String account;
    private final String secret;
    private final Strategy strategy;
    private final MarketView market;
    private final FairValues fairValues;
    private final Tally tally;
    private final long intervalNanos;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private TraderSession session;
    private Stage stage = Stage.LOGGING_IN;
    private int inFlight;
    private long nextNanos;

    Bot(
            ClientLoop loop,
            String account,
            String secret,
            Strategy strategy,
            List<String> instruments,
            FairValues fairValues,
            Tally tally,
            long intervalNanos) {
        this.loop = loop;
        this.account = account;
        this.secret = secret;
        this.strategy = strategy;
        this.market = new MarketView(account, instruments, fairValues);
        this.fairValues = fairValues;
        this.tally = tally;
        this.intervalNanos = intervalNanos;
    }

    /** Begins; on the loop's thread. */
    void start() {
        session = loop.open(this);
        session.login(account, secret, this::onLogin);
    }

    /** Cancels what is working and leaves; the future ends when that is done. */
    CompletableFuture<Void> stop() {
        if (stage == Stage.TRADING) {
            stage = Stage.STOPPING;
            submit(new Command.CancelAll(account, ""));
        } else if (stage != Stage.STOPPING) {
            leave();
        }
        return stopped;
    }

    /** Leaves at once, whatever is unanswered. */
    void leave() {
        stage = Stage.STOPPED;
        if (session != null) {
            session.close();
        }
        stopped.complete(null);
    }

    @Override
    public void onFeed(ServerMessage message) {
        market.onFeed(message);
    }

    private void onLogin(ServerMessage.LoggedIn result) {
        if (!result.ok()) {
            Logger.warn("bot {} cannot log in: {}", account, result.message());
        } else if (stage == Stage.LOGGING_IN) {
            stage = Stage.FUNDING;
            session.query(Topic.INSTRUMENTS, "", "", this::onInstruments);
            session.query(Topic.ACCOUNT, account, "", this::onAccount);
        }
    }

    /** Goes on at the prices of the market that is there. */
    private void onInstruments(ServerMessage answer) {
        if (answer instanceof ServerMessage.Instruments list) {
            for (ServerMessage.Instrument instrument : list.instruments()) {
                fairValues.begin(instrument.symbol(), instrument.last());
            }
        }
    }

    /** Tops the account up: a bot that comes back keeps what it has. */
    private void onAccount(ServerMessage answer) {
        if (stage != Stage.FUNDING) {
            return;
        }
        market.onFeed(answer);
        if (market.cashAvailable() < CASH_CENTS / 2) {
            submit(new Command.DepositCash(account, CASH_CENTS));
        }
        for (String instrument : market.instruments()) {
            if (market.sharesAvailable(instrument) < SHARES / 2) {
                submit(new Command.DepositShares(account, instrument, SHARES));
            }
        }
        if (inFlight == 0) {
            trade();
        }
    }

    private void trade() {
        stage = Stage.TRADING;
        // Only now are all instruments sure to be listed.
        session.subscribe(Topic.INSTRUMENTS, "", "");
        session.subscribe(Topic.ACCOUNT, account, "");
        for (String instrument : market.instruments()) {
            market.addBook(instrument, () -> session.subscribe(Topic.BOOK, "", instrument));
            session.subscribe(Topic.BOOK, "", instrument);
        }
        nextNanos = System.nanoTime() + intervalNanos;
        loop.schedule(intervalNanos, this::act);
    }

    private void act() {
        if (stage != Stage.TRADING) {
            return;
        }
        long nowNanos = System.nanoTime();
        if (nowNanos - nextNanos > CATCH_UP_NANOS) {
            nextNanos = nowNanos;
        }
        for (; nowNanos - nextNanos >= 0; nextNanos += intervalNanos) {
            Command command = inFlight < IN_FLIGHT_MAX ? strategy.next(market) : null;
            if (command != null) {
                submit(command);
            }
        }
        loop.schedule(nextNanos - nowNanos, this::act);
    }

    private void submit(Command command) {
        inFlight++;
        tally.sent();
        session.submit(command, this::onAnswer);
    }

    private void onAnswer(ServerMessage.Answered answered) {
        inFlight--;
        tally.answered(answered.answer());
        if (inFlight == 0 && stage == Stage.FUNDING) {
            trade();
        } else if (inFlight == 0 && stage == Stage.STOPPING) {
            leave();
        }
    }

    @Override
    public String toString() {
        return account + " " + stage.name().toLowerCase(Locale.ROOT);
    }
}
