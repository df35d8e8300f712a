package outcry.wire;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;

/**
 * Integers in as few bytes as they need: seven bits a byte, least significant first, signs folded
 * in (0, -1, 1, -2, …), so that small numbers of either sign take one byte and any long at most
 * ten.
 */
final class Varint {
    private static final int BITS_MAX = 64;

    private Varint() {}

    static void put(ByteWriter writer, long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            writer.put((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        writer.put((int) rest);
    }

    /**
     * Accepts only what {@link #put} writes, so that a value has one form.
     *
     * @throws MalformedException when the bytes end, or are longer than the value needs
     */
    static long get(ByteReader reader) {
        long rest = 0;
        int shift = 0;
        while (true) {
            int next = reader.get();
            long bits = next & 0x7F;
            if (shift + 7 > BITS_MAX && bits > 1) {
                throw new MalformedException("a number of at most 64 bits expected");
            }
            rest |= bits << shift;
            if ((next & 0x80) == 0) {
                if (next == 0 && shift > 0) {
                    throw new MalformedException("a number in its shortest form expected");
                }
                return rest >>> 1 ^ -(rest & 1);
            }
            shift += 7;
            if (shift >= BITS_MAX) {
                throw new MalformedException("a number of at most ten bytes expected");
            }
        }
    }

    /** A number between 0 and {@code valueMax}. */
    static int get(ByteReader reader, int valueMax) {
        long value = get(reader);
        if (value < 0 || value > valueMax) {
            throw new MalformedException(
                    "a number from 0 to " + valueMax + " expected, not " + value);
        }
        return (int) value;
    }
}
