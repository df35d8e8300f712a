package outcry.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.tinylog.Logger;
import outcry.base.MalformedException;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * One TCP connection to a node's door, non-blocking. Owned by the client loop's thread; the
 * listener is called on it, and hears of the end exactly once.
 */
final class TraderConnection implements Runnable {
    /** Hears what happens on the connection. */
    interface Listener {
        void onConnected();

        void onMessage(ServerMessage message);

        /**
         * The connection is gone.
         *
         * @param reason in words, to follow the node's name: "closed the connection"
         */
        void onClosed(String reason);
    }

    /** More than a full window of requests; a door that does not read gets no more than this. */
    private static final int UNSENT_BYTES_MAX = 1 << 20;

    private static final int READ_BYTES = 64 << 10;

    private final SocketChannel channel;
    private final Listener listener;
    private final LineBuffer lines = new LineBuffer();
    private final ByteBuffer input = ByteBuffer.allocate(READ_BYTES);
    private SelectionKey key;

    /** Bytes not written yet; always ready for adding. */
    private ByteBuffer output = ByteBuffer.allocate(READ_BYTES);

    private boolean connected;
    private boolean closed;

    private TraderConnection(SocketChannel channel, Listener listener) {
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Begins to connect.
     *
     * @throws IOException when this computer cannot even try, such as without a network
     */
    static TraderConnection open(Selector selector, InetSocketAddress address, Listener listener)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            TraderConnection connection = new TraderConnection(channel, listener);
            // Loopback may connect at once; finishConnect then reports it like any other.
            channel.connect(address);
            connection.key = channel.register(selector, SelectionKey.OP_CONNECT, connection);
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether more messages may be given to {@link #send}; else wait until the door has read. */
    boolean hasRoom() {
        return output.position() < UNSENT_BYTES_MAX;
    }

    /** Adds a message to what {@link #flush} writes. */
    void send(ClientMessage message) {
        byte[] line = TraderCodec.line(message);
        if (output.remaining() < line.length) {
            int capacity = Math.max(output.capacity() * 2, output.position() + line.length);
            output = ByteBuffer.allocate(capacity).put(output.flip());
        }
        output.put(line);
    }

    /** Writes what the socket takes now; the rest follows by itself. */
    void flush() {
        if (closed || !connected || output.position() == 0) {
            return;
        }
        try {
            channel.write(output.flip());
            output.compact();
            key.interestOps(
                    output.position() == 0
                            ? SelectionKey.OP_READ
                            : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException e) {
            end("broke the connection (" + e.getMessage() + ")");
        }
    }

    /** Closes from this side; the listener is not called. */
    void close() {
        if (!closed) {
            closed = true;
            try {
                channel.close();
            } catch (IOException e) {
                // A socket that cannot be closed is as gone as one that can: nothing to do.
                Logger.debug("closing a connection: {}", e.getMessage());
            }
        }
    }

    /** The socket is ready for what was asked of it. */
    @Override
    public void run() {
        if (key.isValid() && key.isConnectable()) {
            finishConnect();
        }
        if (key.isValid() && key.isReadable()) {
            read();
        }
        if (key.isValid() && key.isWritable()) {
            flush();
        }
    }

    private void finishConnect() {
        try {
            if (channel.finishConnect()) {
                connected = true;
                key.interestOps(SelectionKey.OP_READ);
                listener.onConnected();
            }
        } catch (IOException e) {
            end("cannot be reached (" + e.getMessage() + ")");
        }
    }

    private void read() {
        try {
            int count = channel.read(input);
            if (count < 0) {
                end("closed the connection");
                return;
            }
            lines.add(input.flip());
            input.clear();
            for (String line = lines.next(); line != null && !closed; line = lines.next()) {
                receive(line);
            }
        } catch (MalformedException e) {
            end("does not speak the traders' protocol (" + e.getMessage() + ")");
        } catch (IOException e) {
            end("broke the connection (" + e.getMessage() + ")");
        }
    }

    private void receive(String line) {
        ServerMessage message = line.isEmpty() ? null : TraderCodec.decodeServer(line);
        if (message != null) { // Else a message of a newer version: nothing this one needs.
            listener.onMessage(message);
        }
    }

    private void end(String reason) {
        if (!closed) {
            close();
            listener.onClosed(reason);
        }
    }
}
