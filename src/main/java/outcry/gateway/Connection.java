package outcry.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import outcry.base.MalformedException;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.TraderCodec;

/**
 * One trader's socket: bytes in, bytes out, limits. Nothing here blocks: what the socket does not
 * take waits, and a reader that does not read is closed. Owned by the gateway's thread.
 */
final class Connection {
    /** A connection that ends is given this long to read why. */
    private static final long ENDING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private enum Stage {
        OPEN,
        /** The last line is on its way; what still comes in is thrown away. */
        ENDING,
        CLOSED
    }

    private final GatewayLoop loop;
    private final GatewayLimits limits;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final LineReader reader;
    private final Output output = new Output();
    private final Conversation conversation;
    private Stage stage = Stage.OPEN;
    private boolean firstByteSeen;

    /** The peer will send nothing more; it may still read. */
    private boolean inputEnded;

    private boolean outputShut;

    /** Of the bytes that wait, at least so many were asked for. */
    private long asked;

    private final long openedNanos;
    private long endingNanos;

    /** When something was last written, or began to wait. */
    private long progressNanos;

    Connection(GatewayLoop loop, SocketChannel channel, SelectionKey key, long nowNanos) {
        this.loop = loop;
        this.limits = loop.limits();
        this.channel = channel;
        this.key = key;
        this.reader = new LineReader(limits.lineBytes());
        this.conversation = new Conversation(loop, this);
        this.openedNanos = nowNanos;
    }

    Conversation conversation() {
        return conversation;
    }

    boolean isOpen() {
        return stage == Stage.OPEN;
    }

    boolean isClosed() {
        return stage == Stage.CLOSED;
    }

    /** Bytes of feeds that wait for the peer; what it asked for does not count. */
    long unreadFeed() {
        return output.pending() - asked;
    }

    /** Bytes that wait for the peer. */
    long unread() {
        return output.pending();
    }

    void send(byte[] line) {
        if (stage == Stage.OPEN) {
            if (output.pending() == 0) {
                progressNanos = loop.nowNanos();
            }
            output.add(line);
            touch();
        }
    }

    /** Sends something the peer asked for. */
    void sendAnswer(byte[] line) {
        if (stage == Stage.OPEN) {
            send(line);
            asked += line.length;
        }
    }

    /** To be settled before the loop waits again. */
    void touch() {
        loop.touch(this);
    }

    void onReadable(ByteBuffer scratch) throws IOException {
        scratch.clear();
        int count = channel.read(scratch);
        scratch.flip();
        if (stage == Stage.ENDING) {
            if (count < 0) {
                close();
            }
            return; // Thrown away, so that the last line is not lost in a reset.
        }
        if (count < 0) {
            inputEnded = true;
        } else {
            reader.append(scratch);
            checkFirstByte();
        }
        touch();
    }

    /**
     * Takes the lines that can be taken, sends what can be sent, and waits for the right things.
     */
    void settle(long nowNanos, ByteBuffer scratch) throws IOException {
        conversation.takeHeld();
        conversation.advance(nowNanos);
        takeLines(nowNanos);
        boolean held = !conversation.canAnswer();
        if (output.writeTo(channel, scratch) > 0) {
            progressNanos = nowNanos;
            asked = Math.min(asked, output.pending());
        }
        if (held && conversation.canAnswer()) {
            touch();
        }
        if (stage == Stage.OPEN && inputEnded && conversation.isIdle() && output.pending() == 0) {
            close();
        } else if (stage == Stage.ENDING && output.pending() == 0 && !outputShut) {
            outputShut = true;
            channel.shutdownOutput();
        }
        if (stage != Stage.CLOSED) {
            key.interestOps(interest());
        }
    }

    /** Limits in time. */
    void tick(long nowNanos) {
        if (stage == Stage.ENDING && nowNanos - endingNanos >= ENDING_NANOS) {
            close();
        } else if (stage == Stage.OPEN
                && !conversation.isGreeted()
                && nowNanos - openedNanos >= limits.helloNanos()) {
            end("no hello came for " + seconds(limits.helloNanos()));
        } else if (stage == Stage.OPEN
                && output.pending() > 0
                && nowNanos - progressNanos >= limits.stallNanos()) {
            dropAndEnd("nothing was read for " + seconds(limits.stallNanos()));
        }
    }

    /** Sends what waits and why this is the end, then closes. */
    void end(String problem) {
        if (stage == Stage.OPEN) {
            send(TraderCodec.line(new ServerMessage.Problem(0, problem, true)));
            beginEnding();
        }
    }

    /** Sends why this is the end instead of what waits, then closes. */
    void dropAndEnd(String problem) {
        if (stage == Stage.OPEN) {
            output.dropUnsent();
            asked = 0;
            end(problem);
        }
    }

    /** Closes at once. */
    void close() {
        if (stage != Stage.CLOSED) {
            boolean wasOpen = stage == Stage.OPEN;
            stage = Stage.CLOSED;
            key.cancel();
            try {
                channel.close();
            } catch (IOException e) {
                loop.note("closing a trader's connection failed", e);
            }
            if (wasOpen) {
                conversation.closed();
            }
            loop.noteClosed();
        }
    }

    private void beginEnding() {
        stage = Stage.ENDING;
        endingNanos = loop.nowNanos();
        conversation.closed();
        touch();
    }

    private void checkFirstByte() {
        int first = reader.firstByte();
        if (!firstByteSeen && first >= 0) {
            firstByteSeen = true;
            if (first != '{') {
                end(
                        "this is a traders' port: one JSON object a line, the first"
                                + " {\"type\":\"hello\",\"version\":1}");
            }
        }
    }

    private void takeLines(long nowNanos) {
        while (conversation.canTakeLine()) {
            String line;
            try {
                line = reader.next();
            } catch (MalformedException e) {
                end(e.getMessage());
                return;
            }
            if (line == null && inputEnded && reader.pending() > 0) {
                line = reader.rest();
            }
            if (line == null) {
                return;
            }
            conversation.onLine(line, nowNanos);
            conversation.advance(nowNanos);
        }
    }

    private int interest() {
        boolean reads = stage == Stage.ENDING || conversation.canTakeLine();
        return (reads && !inputEnded ? SelectionKey.OP_READ : 0)
                | (output.pending() > 0 ? SelectionKey.OP_WRITE : 0);
    }

    private static String seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1_000.0 + " s";
    }
}
