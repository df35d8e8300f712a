package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/** A trader's program on a real, blocking socket. */
final class TestTrader implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;
    private long session = 1;
    private long number;
    private long confirmed;

    TestTrader(FakeNode node) throws IOException {
        this(node, new Socket());
    }

    private TestTrader(FakeNode node, Socket unconnected) throws IOException {
        socket = unconnected;
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), node.gateway().port()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Connected and greeted; the kernel keeps little for it while it does not read. */
    static TestTrader withSmallBuffer(FakeNode node) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        return new TestTrader(node, socket).hello();
    }

    /** Connected, greeted and logged in. */
    static TestTrader of(FakeNode node, String account, long session) throws IOException {
        TestTrader trader = new TestTrader(node).hello();
        trader.session = session;
        trader.logIn(account);
        return trader;
    }

    Socket socket() {
        return socket;
    }

    TestTrader hello() throws IOException {
        send(new ClientMessage.Hello(1, "test"));
        read(ServerMessage.Welcome.class);
        return this;
    }

    void logIn(String account) throws IOException {
        send(new ClientMessage.Login(1, account, "secret of " + account));
        ServerMessage.LoggedIn answer = read(ServerMessage.LoggedIn.class);
        assertTrue(answer.ok(), answer.message());
    }

    void send(ClientMessage message) throws IOException {
        out.write(TraderCodec.line(message));
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the session's next command without waiting. */
    long submit(Command command) throws IOException {
        number++;
        send(new ClientMessage.Submit(session, number, confirmed, command));
        return number;
    }

    /** Sends a command with a number of the caller's choice. */
    void submit(long withNumber, Command command) throws IOException {
        send(new ClientMessage.Submit(session, withNumber, 0, command));
    }

    Answer ask(Command command) throws IOException {
        long expected = submit(command);
        ServerMessage.Answered answered = readSkippingFeeds(ServerMessage.Answered.class);
        assertEquals(expected, answered.number());
        confirmed = expected;
        return answered.answer();
    }

    void query(long id, Topic topic, String account, String instrument) throws IOException {
        send(new ClientMessage.Query(id, 0, topic, account, instrument));
    }

    void subscribe(Topic topic, String account, String instrument) throws IOException {
        send(new ClientMessage.Subscribe(9, topic, account, instrument));
        ServerMessage.Subscribed answer = readSkippingFeeds(ServerMessage.Subscribed.class);
        assertTrue(answer.ok(), answer.message());
    }

    static Command order(String account, Side side, long price, long quantity) {
        return new Command.EnterOrder(
                account, "ACME", side, OrderType.LIMIT, TimeInForce.GTC, price, quantity);
    }

    /** The next message that is no heartbeat; null at the end of the stream. */
    ServerMessage read() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            String line = in.readLine();
            assertTrue(System.nanoTime() < deadline, "nothing but heartbeats came");
            if (line == null) {
                return null;
            }
            ServerMessage message = TraderCodec.decodeServer(line);
            assertNotNull(message, line);
            if (!(message instanceof ServerMessage.Heartbeat)) {
                return message;
            }
        }
    }

    /** The next message that is no heartbeat, which must be of this type. */
    <T extends ServerMessage> T read(Class<T> type) throws IOException {
        return assertInstanceOf(type, read());
    }

    /** The next message of this type. */
    <T extends ServerMessage> T readSkippingFeeds(Class<T> type) throws IOException {
        ServerMessage message = read();
        while (!type.isInstance(message)) {
            assertNotNull(message, "the stream ended before a " + type.getSimpleName());
            message = read();
        }
        return type.cast(message);
    }

    ServerMessage.Heartbeat readHeartbeat() throws IOException {
        while (true) {
            if (TraderCodec.decodeServer(in.readLine()) instanceof ServerMessage.Heartbeat beat) {
                return beat;
            }
        }
    }

    /** Expects a closing problem that contains {@code part}, then the end of the stream. */
    void expectClosing(String part) throws IOException {
        ServerMessage.Problem problem = readSkippingFeeds(ServerMessage.Problem.class);
        assertTrue(problem.closing(), problem.message());
        assertTrue(problem.message().contains(part), problem.message());
        assertEquals(null, read());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
