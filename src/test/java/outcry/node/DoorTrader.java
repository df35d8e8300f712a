package outcry.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/** A trader on a plain socket, as an author of bots would write it in any language. */
final class DoorTrader implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    final List<ServerMessage.Answered> answers = new ArrayList<>();
    private final Socket socket;
    private final BufferedReader reader;
    private final long session;

    DoorTrader(int port, long session) throws IOException {
        this.session = session;
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        send(new ClientMessage.Hello(ClientMessage.VERSION, "test"));
    }

    /** Logs in and waits for the answer. */
    ServerMessage.LoggedIn login(String account) throws IOException {
        send(new ClientMessage.Login(1, account, "secret"));
        while (true) {
            if (read() instanceof ServerMessage.LoggedIn in) {
                return in;
            }
        }
    }

    void submit(long number, Command command) throws IOException {
        send(new ClientMessage.Submit(session, number, answers.size(), command));
    }

    /** Reads until that many answers have come. */
    void awaitAnswers(int count) throws IOException {
        while (answers.size() < count) {
            if (read() instanceof ServerMessage.Answered answered) {
                answers.add(answered);
            }
        }
    }

    /** Asks the node about itself. */
    ServerMessage.NodeState askStatus() throws IOException {
        send(new ClientMessage.Query(9, 0, ClientMessage.Topic.STATUS, "", ""));
        while (true) {
            if (read() instanceof ServerMessage.NodeState state) {
                return state;
            }
        }
    }

    private void send(ClientMessage message) throws IOException {
        socket.getOutputStream().write(TraderCodec.line(message));
    }

    private ServerMessage read() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("the door closed");
        }
        return TraderCodec.decodeServer(line);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
