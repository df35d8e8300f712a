package outcry.node.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import org.tinylog.Logger;
import outcry.base.Interfaces;

/**
 * The TCP port other nodes dial. A node limited to one interface takes only connections to an
 * address of that interface. Node's thread.
 */
final class LinkDoor implements Closeable {
    private final NetworkConfig config;
    private final ServerSocketChannel channel;
    private final int port;

    LinkDoor(Selector selector, NetworkConfig config, Interfaces.Usable chosen) throws IOException {
        this.config = config;
        channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(config.bindAddress(chosen), 0));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT, this);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            channel.close();
            throw new IOException("no TCP port for links could be had: " + e.getMessage(), e);
        }
    }

    int port() {
        return port;
    }

    /** The next connection that may come in, or null when there is none. */
    SocketChannel accept() throws IOException {
        while (true) {
            SocketChannel accepted = channel.accept();
            if (accepted == null || isForThisNode(accepted)) {
                return accepted;
            }
            accepted.close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            Logger.debug("closing the port for links: {}", e.getMessage());
        }
    }

    private boolean isForThisNode(SocketChannel accepted) throws IOException {
        if (config.networkInterface().isEmpty()) {
            return true;
        }
        InetAddress local = ((InetSocketAddress) accepted.getLocalAddress()).getAddress();
        Set<InetAddress> own = new HashSet<>();
        Interfaces.usable(config.networkInterface()).forEach(usable -> own.add(usable.address()));
        return own.contains(local);
    }
}
