package outcry.cli.demo;

import java.io.IOException;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.client.SessionListener;
import outcry.client.TraderSession;
import outcry.market.Command;

/** What the demo's trader begins with, so that the first order can be sent at once. */
final class StartingMoney implements AutoCloseable {
    private static final long CASH_CENTS = 10_000_00;
    private static final long SHARES = 100;

    private final ClientLoop loop;
    private final TraderSession session;
    private final String account;

    StartingMoney(ClientConfig config, String account, String secret) throws IOException {
        this.account = account;
        loop = ClientLoop.start(config);
        session = loop.open(new SessionListener() {});
        session.login(account, secret, result -> {});
    }

    /** Asks for the deposits; they happen once, as soon as there is an exchange. */
    void deposit() {
        session.submit(new Command.DepositCash(account, CASH_CENTS), answer -> {});
        for (String instrument : TradingCrowd.INSTRUMENTS) {
            session.submit(new Command.DepositShares(account, instrument, SHARES), answer -> {});
        }
    }

    @Override
    public void close() {
        session.close();
        loop.close();
    }
}
