package outcry.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;
import outcry.market.Answer;
import outcry.market.Reason;
import outcry.wire.GroupCodec;
import outcry.wire.HelloJson;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * A node as far as a trader sees it, on real sockets of 127.0.0.1, which a test can make slow,
 * busy, mute, mad or dead. Blocking threads: it is only a test's.
 */
final class FakeNode {
    /** What a test makes of a message; true when the usual answer is not wanted. */
    interface Script {
        boolean handle(Connection connection, ClientMessage message) throws IOException;
    }

    private static final long BEAT_NANOS = 50_000_000L;

    private final FakeExchange exchange;
    private final String name;
    private final long id;
    private final ServerSocket door;
    private final DatagramSocket datagrams;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<ClientMessage> received = new CopyOnWriteArrayList<>();

    volatile Role role = Role.FOLLOWER;
    volatile int traders;
    volatile long pongDelayNanos;
    volatile boolean mute;
    volatile boolean deaf;
    volatile boolean silentDatagrams;
    volatile boolean noBroadcast;
    volatile Script script = (connection, message) -> false;
    private volatile boolean dead;

    FakeNode(FakeExchange exchange, String name, long id) throws IOException {
        this.exchange = exchange;
        this.name = name;
        this.id = id;
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        datagrams = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        datagrams.setBroadcast(true);
    }

    /** One trader's connection. */
    final class Connection {
        private final Socket socket;

        Connection(Socket socket) {
            this.socket = socket;
        }

        void send(ServerMessage message) throws IOException {
            sendRaw(TraderCodec.encode(message) + "\n");
        }

        synchronized void sendRaw(String text) throws IOException {
            if (!mute) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        void close() throws IOException {
            socket.close();
        }
    }

    void start() {
        role = exchange.leader().equals(name) ? Role.LEADER : Role.FOLLOWER;
        thread("beats", this::beat);
        thread("probes", this::answerProbes);
        thread("door", this::accept);
    }

    String name() {
        return name;
    }

    String doorAddress() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    int connectionCount() {
        return connections.size();
    }

    List<Connection> connections() {
        return connections;
    }

    /** Everything traders said, in order. */
    List<ClientMessage> received() {
        return List.copyOf(received);
    }

    <T extends ClientMessage> List<T> received(Class<T> kind) {
        return received.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** As kill -9: all sockets close, no goodbye. */
    void kill() {
        dead = true;
        try {
            door.close();
            datagrams.close();
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void thread(String what, Runnable work) {
        Thread thread = new Thread(work, name + " " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void beat() {
        while (!dead) {
            if (!silentDatagrams && !noBroadcast) {
                sendDatagram(hello(), "127.255.255.255", exchange.discoveryPort);
            }
            for (Connection connection : connections) {
                try {
                    connection.send(exchange.heartbeat());
                } catch (IOException e) {
                    connections.remove(connection); // Its reader ends too.
                }
            }
            LockSupport.parkNanos(BEAT_NANOS);
        }
    }

    private Message hello() {
        NodeInfo info =
                new NodeInfo(
                        id,
                        name,
                        1,
                        1,
                        "127.0.0.1",
                        1,
                        datagrams.getLocalPort(),
                        door.getLocalPort());
        long index = exchange.index();
        return new Message.Hello(1, info, role, 1, 0, 1, 0, index, traders, false, false);
    }

    private Envelope envelope(Message message) {
        return new Envelope(FakeExchange.GROUP, 1, id, 1, 1, message);
    }

    private void sendDatagram(Message message, String host, int port) {
        sendDatagram(GroupCodec.encode(envelope(message)), host, port);
    }

    private void sendDatagram(byte[] bytes, String host, int port) {
        try {
            datagrams.send(
                    new DatagramPacket(bytes, bytes.length, InetAddress.getByName(host), port));
        } catch (IOException e) {
            if (!dead) {
                throw new AssertionError(e);
            }
        }
    }

    private void answerProbes() {
        byte[] buffer = new byte[2048];
        while (!dead) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                datagrams.receive(packet);
            } catch (IOException e) {
                return; // Closed: the node is dead.
            }
            if (HelloJson.isJson(buffer, 0, packet.getLength())) {
                greet(packet, HelloJson.decode(buffer, 0, packet.getLength()));
                continue;
            }
            Envelope envelope =
                    GroupCodec.decode(FakeExchange.GROUP, buffer, 0, packet.getLength());
            if (envelope.message() instanceof Message.Ping ping && !silentDatagrams) {
                LockSupport.parkNanos(pongDelayNanos);
                sendDatagram(
                        new Message.Pong(ping.sentNanos()),
                        packet.getAddress().getHostAddress(),
                        packet.getPort());
            }
        }
    }

    /** Answers who asks, and names the other nodes (G6). */
    private void greet(DatagramPacket packet, HelloJson.Greeting greeting) {
        if (greeting.asks()) {
            byte[] bytes =
                    HelloJson.encode(
                            new HelloJson.Greeting(
                                    envelope(hello()), false, exchange.datagramAddresses()));
            sendDatagram(bytes, packet.getAddress().getHostAddress(), packet.getPort());
        }
    }

    String datagramAddress() {
        return "127.0.0.1:" + datagrams.getLocalPort();
    }

    private void accept() {
        while (!dead) {
            try {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                Connection connection = new Connection(socket);
                connections.add(connection);
                thread("trader", () -> serve(connection));
            } catch (IOException e) {
                return; // Closed: the node is dead.
            }
        }
    }

    private void serve(Connection connection) {
        try {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ClientMessage message = TraderCodec.decodeClient(line);
                received.add(message);
                if (!deaf && !script.handle(connection, message)) {
                    answer(connection, message);
                }
            }
        } catch (IOException e) {
            // The connection broke; the same end as a closed one.
        } finally {
            connections.remove(connection);
        }
    }

    /** The usual answer, for tests that held it back. */
    void answerNow(Connection connection, ClientMessage message) {
        try {
            answer(connection, message);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The usual answer. */
    void answer(Connection connection, ClientMessage message) throws IOException {
        if (message instanceof ClientMessage.Hello) {
            connection.send(
                    new ServerMessage.Welcome(
                            ClientMessage.VERSION,
                            name,
                            id,
                            FakeExchange.GROUP,
                            1,
                            1,
                            exchange.leader()));
        } else if (message instanceof ClientMessage.Login login) {
            connection.send(new ServerMessage.LoggedIn(login.id(), login.account(), true, ""));
        } else if (message instanceof ClientMessage.Submit submit) {
            Answer answer = exchange.apply(submit);
            connection.send(answer == null ? busy(submit) : answered(submit, answer));
        } else if (message instanceof ClientMessage.Query query) {
            connection.send(
                    new ServerMessage.AccountState(
                            query.id(), query.account(), exchange.index(), 0, 0, List.of()));
        } else if (message instanceof ClientMessage.Subscribe subscribe) {
            connection.send(new ServerMessage.Subscribed(subscribe.id(), true, ""));
        }
    }

    static ServerMessage.Answered answered(ClientMessage.Submit submit, Answer answer) {
        return new ServerMessage.Answered(submit.session(), submit.number(), answer, "");
    }

    static ServerMessage.Answered busy(ClientMessage.Submit submit) {
        return answered(submit, Answer.rejected(0, Reason.BUSY, 0));
    }
}
