package outcry.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes big-endian binary fields into a growing array; reusable after {@link #clear()}. */
public final class ByteWriter {
    private byte[] bytes;
    private int length;

    public ByteWriter(int initialCapacity) {
        bytes = new byte[Math.max(16, initialCapacity)];
    }

    public ByteWriter() {
        this(256);
    }

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    /**
     * The array behind this writer; only the first {@link #length()} bytes count, until the next
     * write.
     */
    public byte[] array() {
        return bytes;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    public ByteWriter put(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    public ByteWriter putBoolean(boolean value) {
        return put(value ? 1 : 0);
    }

    public ByteWriter putShort(int value) {
        reserve(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    public ByteWriter putInt(int value) {
        reserve(4);
        setInt(length, value);
        length += 4;
        return this;
    }

    public ByteWriter putLong(long value) {
        reserve(8);
        setInt(length, (int) (value >>> 32));
        setInt(length + 4, (int) value);
        length += 8;
        return this;
    }

    public ByteWriter putBytes(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** An int count, then that many bytes. */
    public ByteWriter putSized(byte[] source) {
        return putInt(source.length).putBytes(source, 0, source.length);
    }

    /** A string in UTF-8 with a two-byte length; at most 65,535 bytes. */
    public ByteWriter putString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Check.that(utf8.length <= 0xFFFF, "a string of more than 65535 bytes cannot be written");
        return putShort(utf8.length).putBytes(utf8, 0, utf8.length);
    }

    /** Overwrites four bytes written before, for a count known only afterwards. */
    public void setInt(int offset, int value) {
        bytes[offset] = (byte) (value >>> 24);
        bytes[offset + 1] = (byte) (value >>> 16);
        bytes[offset + 2] = (byte) (value >>> 8);
        bytes[offset + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
