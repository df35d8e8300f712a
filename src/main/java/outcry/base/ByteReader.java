package outcry.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads big-endian binary fields from untrusted bytes. Every read is bounded by the bytes that are
 * there: a claimed length beyond them is refused before anything is allocated.
 *
 * <p>All methods throw {@link MalformedException} when the bytes end too early.
 */
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    public ByteReader(byte[] bytes, int offset, int count) {
        Check.that(
                offset >= 0 && count >= 0 && offset + count <= bytes.length,
                "reader outside its array");
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + count;
    }

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public int remaining() {
        return end - position;
    }

    public int position() {
        return position;
    }

    /** An unsigned byte. */
    public int get() {
        need(1);
        return bytes[position++] & 0xFF;
    }

    public boolean getBoolean() {
        int value = get();
        if (value > 1) {
            throw new MalformedException("a boolean is 0 or 1, not " + value);
        }
        return value == 1;
    }

    /** An unsigned short. */
    public int getShort() {
        need(2);
        int value = (bytes[position] & 0xFF) << 8 | bytes[position + 1] & 0xFF;
        position += 2;
        return value;
    }

    public int getInt() {
        need(4);
        int value = intAt(position);
        position += 4;
        return value;
    }

    public long getLong() {
        need(8);
        long value = (long) intAt(position) << 32 | intAt(position + 4) & 0xFFFF_FFFFL;
        position += 8;
        return value;
    }

    public byte[] getBytes(int count) {
        if (count < 0) {
            throw new MalformedException("a length cannot be negative: " + count);
        }
        need(count);
        byte[] copy = Arrays.copyOfRange(bytes, position, position + count);
        position += count;
        return copy;
    }

    /** An int count, at most {@code countMax}, then that many bytes. */
    public byte[] getSized(int countMax) {
        int count = getCount(countMax);
        return getBytes(count);
    }

    /** An int between 0 and {@code countMax}. */
    public int getCount(int countMax) {
        int count = getInt();
        if (count < 0 || count > countMax) {
            throw new MalformedException(
                    "a count of at most " + countMax + " expected, not " + count);
        }
        return count;
    }

    /** A string as {@link ByteWriter#putString} writes it, of at most {@code bytesMax} bytes. */
    public String getString(int bytesMax) {
        int count = getShort();
        if (count > bytesMax) {
            throw new MalformedException(
                    "a string of at most " + bytesMax + " bytes expected, not " + count);
        }
        need(count);
        String text = new String(bytes, position, count, StandardCharsets.UTF_8);
        position += count;
        return text;
    }

    /** Refuses bytes that follow a complete message. */
    public void expectEnd() {
        if (remaining() > 0) {
            throw new MalformedException(remaining() + " bytes too many");
        }
    }

    private void need(int count) {
        if (count > end - position) {
            throw new MalformedException("needs " + count + " bytes, has " + (end - position));
        }
    }

    private int intAt(int offset) {
        return (bytes[offset] & 0xFF) << 24
                | (bytes[offset + 1] & 0xFF) << 16
                | (bytes[offset + 2] & 0xFF) << 8
                | bytes[offset + 3] & 0xFF;
    }
}
