package outcry.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * The accounts a session is to be logged in to, renewed on every connection. Owned by the client
 * loop's thread.
 */
final class Logins {
    /** What an answer to a login means for the session. */
    enum Outcome {
        /** Nobody waits for it any more. */
        UNKNOWN,
        GRANTED,
        /** This account and secret do not go together. */
        REFUSED,
        /** It was accepted before, so the fault is this node's: try another. */
        NODE_AT_FAULT
    }

    private enum State {
        TO_SEND,
        SENT,
        GRANTED,
        REFUSED
    }

    private static final class Login {
        private final String secret;
        private final Consumer<ServerMessage.LoggedIn> result;
        private State state = State.TO_SEND;
        private boolean acceptedBefore;
        private long id;

        Login(String secret, Consumer<ServerMessage.LoggedIn> result) {
            this.secret = secret;
            this.result = result;
        }
    }

    private final Map<String, Login> logins = new LinkedHashMap<>();

    /** Asks for a login, now and on every later connection; replaces an earlier one. */
    void add(String account, String secret, Consumer<ServerMessage.LoggedIn> result) {
        logins.put(account, new Login(secret, result));
    }

    /** A new connection: every login that was not refused has to be made again. */
    void renew() {
        for (Login login : logins.values()) {
            if (login.state != State.REFUSED) {
                login.state = State.TO_SEND;
            }
        }
    }

    /** The node says that {@code account} is not logged in after all. */
    void renew(String account) {
        Login login = logins.get(account);
        if (login != null && login.state == State.GRANTED) {
            login.state = State.TO_SEND;
        }
    }

    /** The next login to send, which counts as sent from now on; or null. */
    ClientMessage.Login next(long id) {
        for (Map.Entry<String, Login> entry : logins.entrySet()) {
            Login login = entry.getValue();
            if (login.state == State.TO_SEND) {
                login.state = State.SENT;
                login.id = id;
                return new ClientMessage.Login(id, entry.getKey(), login.secret);
            }
        }
        return null;
    }

    /** An answer arrived; tells whoever asked, unless another node is to be asked. */
    Outcome onLoggedIn(ServerMessage.LoggedIn answer) {
        for (Login login : logins.values()) {
            if (login.state == State.SENT && login.id == answer.id()) {
                return settle(login, answer);
            }
        }
        return Outcome.UNKNOWN;
    }

    private static Outcome settle(Login login, ServerMessage.LoggedIn answer) {
        if (!answer.ok() && login.acceptedBefore) {
            return Outcome.NODE_AT_FAULT;
        }
        login.state = answer.ok() ? State.GRANTED : State.REFUSED;
        login.acceptedBefore = answer.ok();
        login.result.accept(answer);
        return answer.ok() ? Outcome.GRANTED : Outcome.REFUSED;
    }

    RequestQueue.Access access(String account) {
        Login login = logins.get(account);
        if (login == null || login.state == State.REFUSED) {
            return RequestQueue.Access.DENIED;
        }
        return login.state == State.GRANTED
                ? RequestQueue.Access.GRANTED
                : RequestQueue.Access.PENDING;
    }

    /** Whether a login was sent and not answered yet. */
    boolean isWaiting() {
        return logins.values().stream().anyMatch(login -> login.state == State.SENT);
    }
}
