package outcry.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import outcry.base.MalformedException;

/**
 * Cuts a stream of bytes into lines; keeps the beginning of a line until its end arrives. Grows
 * with the bytes that are really there, up to a limit.
 */
final class LineBuffer {
    /** A whole book of a hundred thousand prices fits. */
    static final int LINE_BYTES_MAX = 8 << 20;

    private static final int INITIAL_BYTES = 8 << 10;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int start;
    private int end;

    /** Up to here no line end was found. */
    private int searched;

    /** Adds all bytes of {@code source}. */
    void add(ByteBuffer source) {
        int count = source.remaining();
        if (end + count > bytes.length) {
            makeRoom(count);
        }
        source.get(bytes, end, count);
        end += count;
    }

    /**
     * The next whole line without its end, or null when it has not arrived yet.
     *
     * @throws MalformedException when a line is longer than {@link #LINE_BYTES_MAX}
     */
    String next() {
        for (int i = Math.max(searched, start); i < end; i++) {
            if (bytes[i] == '\n') {
                int lineEnd = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                String line = new String(bytes, start, lineEnd - start, StandardCharsets.UTF_8);
                start = i + 1;
                searched = start;
                return line;
            }
        }
        searched = end;
        if (end - start > LINE_BYTES_MAX) {
            throw new MalformedException("a line of more than " + LINE_BYTES_MAX + " bytes");
        }
        return null;
    }

    private void makeRoom(int count) {
        int held = end - start;
        byte[] target =
                held + count > bytes.length || held > bytes.length / 2
                        ? new byte[Math.max(held + count, bytes.length * 2)]
                        : bytes;
        System.arraycopy(bytes, start, target, 0, held);
        bytes = target;
        searched -= start;
        start = 0;
        end = held;
    }
}
