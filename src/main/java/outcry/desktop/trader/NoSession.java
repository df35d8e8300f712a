package outcry.desktop.trader;

import java.util.List;
import java.util.function.Consumer;
import outcry.client.ConnectionStatus;
import outcry.client.TraderSession;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** Stands for a session that could not be opened, and says why. */
final class NoSession implements TraderSession {
    private final String why;

    NoSession(String why) {
        this.why = why;
    }

    @Override
    public void login(String account, String secret, Consumer<ServerMessage.LoggedIn> result) {}

    @Override
    public long submit(Command command, Consumer<ServerMessage.Answered> answer) {
        throw new IllegalStateException(why);
    }

    @Override
    public void query(
            ClientMessage.Topic topic,
            String account,
            String instrument,
            Consumer<ServerMessage> answer) {}

    @Override
    public void subscribe(ClientMessage.Topic topic, String account, String instrument) {}

    @Override
    public void unsubscribe(ClientMessage.Topic topic, String account, String instrument) {}

    @Override
    public ConnectionStatus connection() {
        return new ConnectionStatus(
                ConnectionStatus.State.CLOSED, "", "", 0, "", 0, 0, 0, 0, List.of(), why);
    }

    @Override
    public int unanswered() {
        return 0;
    }

    @Override
    public void close() {}
}
