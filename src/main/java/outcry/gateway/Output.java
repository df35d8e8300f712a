package outcry.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lines on their way to a reader; the arrays are shared between readers and never changed. */
final class Output {
    private final Deque<byte[]> lines = new ArrayDeque<>();

    /** Bytes of the first line that are gone already. */
    private int sentOfFirst;

    private long pending;

    void add(byte[] line) {
        lines.add(line);
        pending += line.length;
    }

    /** Bytes not written yet. */
    long pending() {
        return pending;
    }

    /**
     * Writes what the channel takes, through {@code scratch}.
     *
     * @return how many bytes it took
     */
    long writeTo(WritableByteChannel channel, ByteBuffer scratch) throws IOException {
        long written = 0;
        while (pending > 0) {
            fill(scratch);
            int offered = scratch.remaining();
            int taken = channel.write(scratch);
            drop(taken);
            written += taken;
            if (taken < offered) {
                break;
            }
        }
        return written;
    }

    /** Drops all but the rest of a line that is partly out: what follows begins a line. */
    void dropUnsent() {
        byte[] first = sentOfFirst > 0 ? lines.peek() : null;
        lines.clear();
        pending = 0;
        if (first != null) {
            lines.add(first);
            pending = first.length - sentOfFirst;
        } else {
            sentOfFirst = 0;
        }
    }

    private void fill(ByteBuffer scratch) {
        scratch.clear();
        int offset = sentOfFirst;
        for (byte[] line : lines) {
            int count = Math.min(scratch.remaining(), line.length - offset);
            scratch.put(line, offset, count);
            if (!scratch.hasRemaining()) {
                break;
            }
            offset = 0;
        }
        scratch.flip();
    }

    private void drop(int count) {
        pending -= count;
        sentOfFirst += count;
        while (!lines.isEmpty() && sentOfFirst >= lines.peek().length) {
            sentOfFirst -= lines.poll().length;
        }
    }
}
