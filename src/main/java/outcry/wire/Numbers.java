package outcry.wire;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;

/** Non-negative numbers in groups of seven bits, least significant first: small ones are short. */
final class Numbers {
    private static final int GROUP_BITS = 7;
    private static final int MORE = 0x80;
    private static final int BITS_MAX = 63;

    private Numbers() {}

    static void put(ByteWriter out, long number) {
        Check.that(number >= 0, "a negative number cannot be written: " + number);
        long rest = number;
        while (rest >= MORE) {
            out.put((int) (rest & MORE - 1) | MORE);
            rest >>>= GROUP_BITS;
        }
        out.put((int) rest);
    }

    static long get(ByteReader in) {
        long number = 0;
        for (int shift = 0; shift < BITS_MAX; shift += GROUP_BITS) {
            int group = in.get();
            number |= (long) (group & MORE - 1) << shift;
            if (group < MORE) {
                return number;
            }
        }
        throw new MalformedException("a number of more than 63 bits");
    }

    static int get(ByteReader in, int numberMax) {
        long number = get(in);
        if (number > numberMax) {
            throw new MalformedException(
                    "a number of at most " + numberMax + " expected, not " + number);
        }
        return (int) number;
    }
}
