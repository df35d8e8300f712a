package outcry.gateway;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/** Lets traders in, up to a limit. Owned by the gateway's thread. */
final class Entrance {
    /** Connections beyond the limit that are told so; more are closed without a word. */
    private static final int SURPLUS_MAX = 64;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final GatewayLoop loop;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final SelectionKey key;
    private boolean paused;
    private long pausedNanos;

    Entrance(GatewayLoop loop, Selector selector, ServerSocketChannel server) throws IOException {
        this.loop = loop;
        this.selector = selector;
        this.server = server;
        this.key = server.register(selector, SelectionKey.OP_ACCEPT, this);
    }

    /** Lets in everyone who waits. */
    void accept() {
        try {
            SocketChannel channel = server.accept();
            while (channel != null) {
                letIn(channel);
                channel = server.accept();
            }
        } catch (IOException e) {
            // Such as too many open files: those who wait stay in the kernel's queue meanwhile.
            Logger.warn(e, "a trader could not be let in; trying again shortly");
            paused = true;
            pausedNanos = loop.nowNanos();
            key.interestOps(0);
        }
    }

    void tick() {
        if (paused && loop.nowNanos() - pausedNanos >= PAUSE_NANOS) {
            paused = false;
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void close() throws IOException {
        server.close();
    }

    private void letIn(SocketChannel channel) throws IOException {
        int max = loop.limits().connections();
        int present = loop.connectionCount();
        if (present >= max + SURPLUS_MAX) {
            channel.close();
            return;
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            SelectionKey channelKey = channel.register(selector, SelectionKey.OP_READ);
            Connection connection = new Connection(loop, channel, channelKey, loop.nowNanos());
            channelKey.attach(connection);
            loop.add(connection);
            if (present >= max) {
                connection.end("this node serves " + max + " connections already: try another");
            }
        } catch (IOException e) {
            channel.close(); // The peer was gone before it was let in.
            loop.note("a trader left while being let in", e);
        }
    }
}
