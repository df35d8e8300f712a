package outcry.node.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.tinylog.Logger;
import outcry.base.MalformedException;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;
import outcry.wire.seal.LinkSeal;

/**
 * One TCP connection to another node: frames of a four-byte length and that many bytes, in both
 * directions. Everything is bounded: a longer frame, or more unsent bytes, ends the link. Node's
 * thread.
 */
final class Link {
    /** How far a link has come. */
    enum State {
        /** The dial has not been answered. */
        CONNECTING,
        /** The other side has not said who it is. */
        GREETING,
        OPEN,
        CLOSED
    }

    /** Hears each frame; {@code bytes} are only valid during the call. */
    interface FrameReceiver {
        void onFrame(Link link, byte[] bytes, int offset, int length);
    }

    static final int UNSENT_BYTES_MAX = 16 << 20;

    private static final int LENGTH_BYTES = 4;
    private static final int READS_MAX = 4;

    /** Of who has not said who it is nothing longer is taken: a hello is shorter. */
    private static final int GREETING_BYTES_MAX = 1_024;

    /** What an unsent frame costs besides its bytes. */
    private static final int FRAME_COST_BYTES = 64;

    private static final int BUFFERS_PER_WRITE = 64;

    /** The node that was dialled, or null for an accepted link. */
    final NodeInfo dialled;

    /** How often the dial was repeated. */
    final int attempt;

    /** The other side's address, as this computer sees it. */
    final String host;

    final int port;

    /** What proves this link's frames (G33); null in an open group. */
    final LinkSeal seal;

    private final SocketChannel channel;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private State state;
    private SelectionKey key;
    private NodeInfo peer;
    private long deadlineNanos;
    private int unsentBytes;
    private byte[] received = new byte[8 << 10];
    private int receivedFirst;
    private int receivedEnd;

    private Link(
            SocketChannel channel,
            NodeInfo dialled,
            int attempt,
            String host,
            int port,
            LinkSeal seal,
            State state) {
        this.channel = channel;
        this.dialled = dialled;
        this.attempt = attempt;
        this.host = host;
        this.port = port;
        this.seal = seal;
        this.state = state;
    }

    static Link dialled(SocketChannel channel, NodeInfo to, int attempt, LinkSeal seal) {
        return new Link(channel, to, attempt, to.host(), to.linkPort(), seal, State.CONNECTING);
    }

    static Link accepted(SocketChannel channel, InetSocketAddress from, LinkSeal seal) {
        String host = from.getAddress().getHostAddress();
        return new Link(channel, null, 0, host, from.getPort(), seal, State.GREETING);
    }

    /** Whether a stranger made this link: it has not said who it is. */
    boolean isOfStranger() {
        return dialled == null && state == State.GREETING;
    }

    /** Whether this link was made by dialling that node. */
    boolean isDialOf(long nodeId) {
        return dialled != null && dialled.id() == nodeId;
    }

    State state() {
        return state;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Who is on the other side; null before it has said so. */
    NodeInfo peer() {
        return peer;
    }

    /** When this link must have come further, unless it is open. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    void extendDeadline(long newDeadlineNanos) {
        deadlineNanos = newDeadlineNanos;
    }

    void registered(SelectionKey newKey, long newDeadlineNanos) {
        key = newKey;
        deadlineNanos = newDeadlineNanos;
    }

    /** Completes a dial; false when it is not answered yet. */
    boolean finishConnect() throws IOException {
        if (!channel.finishConnect()) {
            return false;
        }
        state = State.GREETING;
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    void opened(NodeInfo newPeer) {
        peer = newPeer;
        state = State.OPEN;
    }

    /** Puts one frame into the queue; {@link #flush} sends it. False when the queue is full. */
    boolean enqueue(byte[] bytes) {
        boolean isSealed = seal != null && seal.isReady();
        int length = bytes.length + (isSealed ? LinkSeal.FRAME_EXTRA_BYTES : 0);
        long costBytes = (long) FRAME_COST_BYTES * unsent.size();
        if (unsentBytes + LENGTH_BYTES + length + costBytes > UNSENT_BYTES_MAX) {
            return false;
        }
        ByteBuffer frame = ByteBuffer.allocate(LENGTH_BYTES + length);
        frame.putInt(length);
        if (isSealed) {
            seal.seal(bytes, frame);
        } else {
            frame.put(bytes);
        }
        unsent.add(frame.flip());
        unsentBytes += frame.remaining();
        return true;
    }

    /** Sends what the system takes now; the rest follows when it takes more. */
    void flush() throws IOException {
        boolean full = false;
        while (!unsent.isEmpty() && !full) {
            int count = Math.min(unsent.size(), BUFFERS_PER_WRITE);
            ByteBuffer[] buffers = new ByteBuffer[count];
            int next = 0;
            for (ByteBuffer frame : unsent) {
                if (next == count) {
                    break;
                }
                buffers[next++] = frame;
            }
            unsentBytes -= (int) channel.write(buffers);
            while (!unsent.isEmpty() && !unsent.peek().hasRemaining()) {
                unsent.remove();
            }
            full = buffers[count - 1].hasRemaining();
        }
        int wanted = SelectionKey.OP_READ | (unsent.isEmpty() ? 0 : SelectionKey.OP_WRITE);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /**
     * Reads what is there, up to a bound, and passes on each complete frame while the link lives.
     *
     * @param reading shared buffer
     * @throws EOFException when the other side has closed
     * @throws IOException when it has reset the link
     * @throws MalformedException when a frame is longer than any message
     */
    void receive(ByteBuffer reading, FrameReceiver receiver) throws IOException {
        for (int i = 0; i < READS_MAX && state != State.CLOSED; i++) {
            reading.clear();
            int count = channel.read(reading);
            if (count < 0) {
                throw new EOFException("closed by the other side");
            }
            append(reading.flip());
            deliver(receiver);
            if (count < reading.capacity()) {
                return;
            }
        }
    }

    void close() {
        state = State.CLOSED;
        unsent.clear();
        received = new byte[0];
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is released nevertheless, and nobody uses this link again.
            Logger.debug("closing a link to {}: {}", host, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return (peer == null ? "link" : "link with " + peer.name()) + " at " + host + ":" + port;
    }

    private void append(ByteBuffer more) {
        int count = more.remaining();
        if (received.length - receivedEnd < count) {
            int held = receivedEnd - receivedFirst;
            int capacity = Math.max(received.length, Integer.highestOneBit(held + count) * 2);
            byte[] target = capacity > received.length ? new byte[capacity] : received;
            System.arraycopy(received, receivedFirst, target, 0, held);
            received = target;
            receivedFirst = 0;
            receivedEnd = held;
        }
        more.get(received, receivedEnd, count);
        receivedEnd += count;
    }

    private void deliver(FrameReceiver receiver) {
        while (state != State.CLOSED && receivedEnd - receivedFirst >= LENGTH_BYTES) {
            int length = ByteBuffer.wrap(received, receivedFirst, LENGTH_BYTES).getInt();
            int lengthMax = frameBytesMax();
            if (length < 1 || length > lengthMax) {
                throw new MalformedException(
                        "a frame of 1 to " + lengthMax + " bytes expected, not " + length);
            }
            if (receivedEnd - receivedFirst < LENGTH_BYTES + length) {
                return;
            }
            int offset = receivedFirst + LENGTH_BYTES;
            receivedFirst = offset + length;
            receiver.onFrame(this, received, offset, length);
        }
        if (receivedFirst == receivedEnd && state != State.CLOSED) {
            receivedFirst = 0;
            receivedEnd = 0;
            shrink();
        }
    }

    private int frameBytesMax() {
        if (!isOpen()) {
            return GREETING_BYTES_MAX;
        }
        return GroupCodec.MESSAGE_BYTES_MAX + (seal == null ? 0 : LinkSeal.FRAME_EXTRA_BYTES);
    }

    /** Gives back what one large frame needed. */
    private void shrink() {
        if (received.length > 256 << 10) {
            received = Arrays.copyOf(received, 8 << 10);
        }
    }
}
