package outcry.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import outcry.gateway.model.AccountModel;
import outcry.market.Command;
import outcry.market.Names;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.Reasons;

/**
 * Logs connections in (M6). The slow hash of a secret is made on a thread of its own, one after the
 * other; an account nobody has is opened through the log, so that every node knows its hash.
 *
 * <p>Owned by the gateway's thread; at most one attempt of each connection is under way.
 */
final class LoginDesk {
    private static final int SECRET_LENGTH_MAX = 256;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Tells how an attempt ended: empty when the connection is logged in, else why not. */
    interface Result extends Consumer<String> {}

    private static final class Opening {
        final Conversation who;
        final ClientMessage.Login login;
        final Result result;
        final byte[] salt;
        final byte[] hash;
        long submittedNanos;

        Opening(
                Conversation who,
                ClientMessage.Login login,
                Result result,
                byte[] salt,
                byte[] hash) {
            this.who = who;
            this.login = login;
            this.result = result;
            this.salt = salt;
            this.hash = hash;
        }
    }

    private final Backend backend;
    private final GatewayLoop loop;
    private final List<Opening> openings = new ArrayList<>();
    private final ExecutorService hashing =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "gateway-secrets");
                        thread.setDaemon(true);
                        return thread;
                    });

    LoginDesk(Backend backend, GatewayLoop loop) {
        this.backend = backend;
        this.loop = loop;
    }

    /** Begins an attempt; {@code result} is told on the gateway's thread, possibly at once. */
    void logIn(Conversation who, ClientMessage.Login login, Result result) {
        if (!Names.isAccount(login.account())) {
            result.accept("an account's name is 1 to 32 of A-Z a-z 0-9 . _ -");
        } else if (login.secret().isEmpty() || login.secret().length() > SECRET_LENGTH_MAX) {
            result.accept("a secret of 1 to " + SECRET_LENGTH_MAX + " characters expected");
        } else {
            attempt(who, login, result);
        }
    }

    /** A request was applied; a refused opening ends its attempt. */
    void applied(Request request, Verdict verdict) {
        if (!(request.command() instanceof Command.OpenAccount open)
                || verdict.answer() == null
                || verdict.answer().isAccepted()) {
            return;
        }
        for (Opening opening : List.copyOf(openings)) {
            boolean exists = loop.model().account(opening.login.account()) != null;
            if (!exists && Arrays.equals(opening.salt, open.salt())) {
                openings.remove(opening);
                opening.result.accept(Reasons.explain(open, verdict.answer()));
            }
        }
    }

    /** Events were applied or time passed: accounts may be open now, or must be asked for again. */
    void tick(long nowNanos) {
        for (Opening opening : List.copyOf(openings)) {
            AccountModel account = loop.model().account(opening.login.account());
            if (account == null) {
                if (nowNanos - opening.submittedNanos >= RETRY_NANOS) {
                    submit(opening, nowNanos);
                }
                continue;
            }
            openings.remove(opening);
            if (Arrays.equals(account.hash(), opening.hash)
                    && Arrays.equals(account.salt(), opening.salt)) {
                opening.result.accept("");
            } else {
                // Somebody else was faster: then this secret must be the right one.
                verify(opening.login, account, opening.result);
            }
        }
    }

    /** The connection is gone: its attempt needs no end. */
    void release(Conversation who) {
        openings.removeIf(opening -> opening.who == who);
    }

    void close() {
        hashing.shutdownNow();
    }

    private void attempt(Conversation who, ClientMessage.Login login, Result result) {
        AccountModel account = loop.model().account(login.account());
        if (account != null) {
            verify(login, account, result);
            return;
        }
        byte[] salt = Secrets.newSalt();
        onHashingThread(
                () -> Secrets.hash(login.secret(), salt),
                hash -> {
                    if (who.isOpen()) {
                        Opening opening = new Opening(who, login, result, salt, hash);
                        openings.add(opening);
                        submit(opening, System.nanoTime());
                    }
                });
    }

    private void verify(ClientMessage.Login login, AccountModel account, Result result) {
        byte[] salt = account.salt();
        byte[] hash = account.hash();
        if (!Secrets.isKnownScheme(salt)) {
            result.accept("this account was opened by a newer program: log in through that one");
            return;
        }
        onHashingThread(
                () -> Secrets.matches(login.secret(), salt, hash),
                right ->
                        result.accept(
                                right
                                        ? ""
                                        : "wrong secret for account \""
                                                + login.account()
                                                + "\": use the one it was opened with, or another"
                                                + " name"));
    }

    private void submit(Opening opening, long nowNanos) {
        Command open = new Command.OpenAccount(opening.login.account(), opening.salt, opening.hash);
        // A full node takes it at the next try; until then the trader waits.
        backend.submit(new Request(0, 0, 0, open));
        opening.submittedNanos = nowNanos;
    }

    private <T> void onHashingThread(Supplier<T> work, Consumer<T> then) {
        hashing.execute(
                () -> {
                    T outcome = work.get();
                    loop.post(() -> then.accept(outcome));
                });
    }
}
