package outcry.node.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tinylog.Logger;
import outcry.base.Interfaces;
import outcry.base.MalformedException;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.wire.seal.LinkSeal;

/**
 * The reliable links of one node. Either side may dial, so that two nodes may hold several; what is
 * sent takes the oldest open one. A link is up when the other side has said who it is: a connection
 * alone proves nothing, because a stopped process's kernel accepts too. Node's thread.
 */
final class Links implements Closeable {
    /** What the links report, from {@link #dispatch}, {@link #tick} and {@link #report} only. */
    interface Listener {
        void onLinkUp(NodeInfo peer);

        /** The last link to that node is gone, and not by {@link #close(long)}. */
        void onLinkDown(long nodeId);

        void onDialFailed(long nodeId, boolean refused);

        void onFrame(NodeInfo peer, Link link, Envelope envelope);
    }

    /** Reads and writes the messages on links. */
    interface Codec {
        byte[] hello();

        /** For a new link; null in an open group. */
        LinkSeal newSeal(boolean isDialler);

        Envelope decode(byte[] bytes, int offset, int length);
    }

    private static final long DIAL_TIMEOUT_NANOS = 3_000_000_000L;
    private static final long GREETING_TIMEOUT_NANOS = 2_000_000_000L;
    private static final int ACCEPTS_MAX = 16;

    private final Selector selector;
    private final Codec codec;
    private final Listener listener;
    private final Faults faults;
    private final LinkDoor door;
    private final ByteBuffer reading = ByteBuffer.allocateDirect(64 << 10);

    private final LinkTable links = new LinkTable();
    private final Redials redials = new Redials();
    private final Deque<Runnable> reports = new ArrayDeque<>();
    private long ownId;

    Links(
            Selector selector,
            NetworkConfig config,
            Interfaces.Usable chosen,
            Codec codec,
            Listener listener,
            Faults faults)
            throws IOException {
        this.selector = selector;
        this.codec = codec;
        this.listener = listener;
        this.faults = faults;
        door = new LinkDoor(selector, config, chosen);
    }

    int port() {
        return door.port();
    }

    /** Links to this id are refused: it is this node itself. */
    void setOwnId(long id) {
        ownId = id;
    }

    /** Opens a link; reported as up or failed. An unanswered dial to the same node is given up. */
    void dial(NodeInfo to, long nowNanos) {
        links.removeDials(to.id());
        redials.remove(to.id());
        dial(to, 0, nowNanos);
    }

    private void dial(NodeInfo to, int attempt, long nowNanos) {
        InetSocketAddress address = Addresses.numeric(to.host(), to.linkPort());
        if (address == null || links.isFull()) {
            faults.add(Faults.Kind.SEND_FAILED, () -> "cannot dial " + to);
            reports.add(() -> listener.onDialFailed(to.id(), false));
            return;
        }
        Link link = null;
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET);
            link = Link.dialled(channel, to, attempt, codec.newSeal(true));
            links.add(link);
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            link.registered(
                    channel.register(selector, SelectionKey.OP_CONNECT, link),
                    nowNanos + DIAL_TIMEOUT_NANOS);
            if (channel.connect(address)) {
                greet(link, nowNanos);
            }
        } catch (IOException e) {
            reports.add(dialFailure(link, to, e));
        }
    }

    /** Sends one message to a node; false when there is no open link, or it broke. */
    boolean send(long nodeId, byte[] bytes) {
        Link link = links.oldestOpen(nodeId);
        if (link == null) {
            return false;
        }
        if (!link.enqueue(bytes)) {
            faults.add(Faults.Kind.LINK_OVERFLOW, () -> link + " does not take what is sent");
            reports.add(() -> lost(link, null));
            return false;
        }
        return true;
    }

    boolean isUp(long nodeId) {
        return links.oldestOpen(nodeId) != null;
    }

    /** Sends on all links what was enqueued since the last flush. */
    void flush() {
        for (Link link : links.all()) {
            if (link.state() == Link.State.GREETING || link.isOpen()) {
                try {
                    link.flush();
                } catch (IOException e) {
                    reports.add(() -> lost(link, e));
                }
            }
        }
    }

    /** Closes every link to that node, and gives up dialling it, without reporting. */
    void close(long nodeId) {
        links.removeAll(nodeId);
        redials.remove(nodeId);
    }

    /** Carries out what the selector found for one of the links' keys. */
    void dispatch(SelectionKey key, long nowNanos) {
        if (key.attachment() instanceof LinkDoor) {
            accept(nowNanos);
            return;
        }
        Link link = (Link) key.attachment();
        try {
            if (key.isValid() && key.isConnectable() && link.finishConnect()) {
                greet(link, nowNanos);
            }
            if (key.isValid() && key.isReadable()) {
                link.receive(reading, this::onFrame);
            }
            if (key.isValid() && key.isWritable()) {
                link.flush();
            }
        } catch (IOException e) {
            lost(link, e);
        } catch (MalformedException e) {
            faults.add(Faults.Kind.MALFORMED_FRAME, () -> link + ": " + e.getMessage());
            lost(link, null);
        }
    }

    /** Ends what was not answered in time. */
    void tick(long nowNanos) {
        for (Link link : links.all()) {
            if (!link.isOpen() && nowNanos - link.deadlineNanos() >= 0) {
                lost(link, new SocketTimeoutException("no answer in time"));
            }
        }
        redials.runDue(nowNanos, (to, attempt) -> dial(to, attempt, nowNanos));
        report();
    }

    /** Passes on reports of what happened outside {@link #dispatch} and {@link #tick}. */
    void report() {
        for (Runnable next = reports.poll(); next != null; next = reports.poll()) {
            next.run();
        }
    }

    /** Whether {@link #report} has something to pass on. */
    boolean hasReports() {
        return !reports.isEmpty();
    }

    /** When {@link #tick} is due. */
    long nextDeadlineNanos(long nowNanos) {
        return redials.nextDeadlineNanos(links.nextDeadlineNanos(nowNanos + DIAL_TIMEOUT_NANOS));
    }

    /** The door first, so that nobody dials a node whose links are closed and gets in. */
    @Override
    public void close() {
        door.close();
        try {
            selector.selectNow(); // Only this gives the closed door's descriptor back.
        } catch (IOException e) {
            Logger.debug("closing the door: {}", e.getMessage());
        }
        links.clear();
    }

    private void accept(long nowNanos) {
        for (int i = 0; i < ACCEPTS_MAX; i++) {
            try {
                SocketChannel channel = door.accept();
                if (channel == null) {
                    return;
                }
                accepted(channel, nowNanos);
            } catch (IOException e) {
                faults.add(Faults.Kind.FOREIGN_LINK, () -> "accepting a link: " + e.getMessage());
                return;
            }
        }
    }

    private void accepted(SocketChannel channel, long nowNanos) throws IOException {
        Link removed = links.removeStrangerBeyondBound();
        if (removed != null || links.isFull()) {
            faults.add(
                    Faults.Kind.TOO_MANY_LINKS,
                    () ->
                            "more connect here than say who they are, the last from "
                                    + peer(channel));
        }
        if (links.isFull()) {
            channel.close();
            return;
        }
        Link link =
                Link.accepted(
                        channel,
                        (InetSocketAddress) channel.getRemoteAddress(),
                        codec.newSeal(false));
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        links.add(link);
        link.registered(
                channel.register(selector, SelectionKey.OP_READ, link),
                nowNanos + GREETING_TIMEOUT_NANOS);
        greet(link, nowNanos);
    }

    private void greet(Link link, long nowNanos) throws IOException {
        if (link.state() == Link.State.CONNECTING) {
            link.finishConnect();
        }
        link.extendDeadline(nowNanos + GREETING_TIMEOUT_NANOS);
        link.enqueue(link.seal == null ? codec.hello() : link.seal.challenge());
        link.flush();
    }

    private static String peer(SocketChannel channel) {
        return String.valueOf(channel.socket().getRemoteSocketAddress());
    }

    private void onFrame(Link link, byte[] bytes, int offset, int length) {
        if (link.seal == null) {
            if (LinkSeal.isChallenge(bytes, offset, length)) {
                refuse(link, Faults.Kind.KEYED, "wants a key: start this node with --key-file");
            } else {
                onMessage(link, bytes, offset, length);
            }
        } else if (link.seal.isReady()) {
            if (link.seal.open(bytes, offset, length)) {
                int extra = LinkSeal.FRAME_EXTRA_BYTES;
                onMessage(link, bytes, offset + extra, length - extra);
            } else {
                refuse(link, Faults.Kind.FORGED, "speaks with another key than this group's");
            }
        } else if (LinkSeal.isChallenge(bytes, offset, length)) {
            link.seal.answerTo(bytes, offset, length);
            link.enqueue(codec.hello());
        } else {
            refuse(link, Faults.Kind.UNSEALED, "speaks without the group's key");
        }
    }

    private void refuse(Link link, Faults.Kind kind, String why) {
        faults.add(kind, () -> link + " is closed: it " + why);
        lost(link, null);
    }

    private void onMessage(Link link, byte[] bytes, int offset, int length) {
        Envelope envelope = codec.decode(bytes, offset, length);
        if (link.isOpen()) {
            if (envelope.sender() != link.peer().id()) {
                throw new MalformedException("speaks for another node");
            }
            listener.onFrame(link.peer(), link, envelope);
        } else if (envelope.message() instanceof Message.LinkHello hello) {
            greeted(link, envelope, hello.node());
        } else {
            throw new MalformedException("a hello expected first");
        }
    }

    private void greeted(Link link, Envelope envelope, NodeInfo node) {
        if (node.id() != envelope.sender() || node.id() == ownId) {
            throw new MalformedException("a hello in a wrong name: " + node.name());
        }
        if (link.dialled != null && !link.isDialOf(node.id())) {
            faults.add(
                    Faults.Kind.FOREIGN_LINK,
                    () -> link + " leads to another node: " + node.name());
            lost(link, null);
            return;
        }
        if (!links.supersede(node)) {
            lost(link, null);
            return;
        }
        link.opened(node.withHost(link.host));
        listener.onLinkUp(link.peer());
    }

    private void lost(Link link, IOException why) {
        if (link.state() == Link.State.CLOSED) {
            return;
        }
        Link.State was = link.state();
        links.remove(link);
        if (was == Link.State.OPEN) {
            Logger.debug("{} is down: {}", link, why == null ? "closed here" : why.getMessage());
            if (links.oldestOpen(link.peer().id()) == null) {
                listener.onLinkDown(link.peer().id());
            }
        } else if (link.dialled != null && !isRepeated(link, why)) {
            boolean refused = was == Link.State.CONNECTING && isRefused(why);
            listener.onDialFailed(link.dialled.id(), refused);
        }
    }

    private Runnable dialFailure(Link link, NodeInfo to, IOException why) {
        if (link == null) {
            return () -> listener.onDialFailed(to.id(), false);
        }
        return () -> lost(link, why);
    }

    /** Whether a dial that broke off without a clear answer is tried again. */
    private boolean isRepeated(Link link, IOException why) {
        boolean isClear = why == null || isRefused(why) || why instanceof SocketTimeoutException;
        return !isClear && redials.add(link.dialled, link.attempt, System.nanoTime());
    }

    /** Whether the other kernel itself answered that nobody listens there. */
    private static boolean isRefused(IOException why) {
        // The message is the system's and may be translated; of the other causes of this class
        // only the system's own time-out, much longer than ours, could be meant.
        return why instanceof ConnectException
                && !String.valueOf(why.getMessage()).contains("time");
    }
}
