package outcry.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import outcry.base.MalformedException;

/** Cuts a stream of bytes into lines of bounded length. */
final class LineReader {
    private static final int CAPACITY_MIN = 512;

    /** An empty buffer larger than this is given back. */
    private static final int CAPACITY_KEPT = 16 * 1024;

    private final int lineBytesMax;
    private byte[] bytes = new byte[CAPACITY_MIN];
    private int start;
    private int end;

    /** Up to here no line end was found. */
    private int scanned;

    LineReader(int lineBytesMax) {
        this.lineBytesMax = lineBytesMax;
    }

    void append(ByteBuffer source) {
        int more = source.remaining();
        if (start == end && bytes.length > CAPACITY_KEPT) {
            bytes = new byte[CAPACITY_MIN];
            start = 0;
            end = 0;
            scanned = 0;
        }
        if (end + more > bytes.length) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            scanned -= start;
            end -= start;
            start = 0;
            if (end + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end + more, bytes.length * 2));
            }
        }
        source.get(bytes, end, more);
        end += more;
    }

    /** The first byte that was not cut off as a line yet, or -1 without one. */
    int firstByte() {
        return start < end ? bytes[start] & 0xFF : -1;
    }

    /**
     * The next complete line without its end, or null.
     *
     * @throws MalformedException when a line is longer than allowed
     */
    String next() {
        while (scanned < end && bytes[scanned] != '\n') {
            scanned++;
        }
        if (scanned - start > lineBytesMax) {
            throw new MalformedException("a line of at most " + lineBytesMax + " bytes expected");
        }
        if (scanned == end) {
            return null;
        }
        int length = scanned - start;
        if (length > 0 && bytes[scanned - 1] == '\r') {
            length--;
        }
        String line = new String(bytes, start, length, StandardCharsets.UTF_8);
        scanned++;
        start = scanned;
        return line;
    }

    /** What is left when no line end will come. */
    String rest() {
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        start = end;
        scanned = end;
        return line;
    }

    /** Bytes not cut off as lines yet. */
    int pending() {
        return end - start;
    }
}
