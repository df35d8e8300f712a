package outcry.market.book;

/** Copies of arrays into memory that is there already, where it suffices. */
final class Copies {
    private Copies() {}

    /** Room for a copy of so many things and for what joins them until it is taken. */
    static int room(int count) {
        return count + (count >> 3);
    }

    /**
     * @param room overwritten from its beginning; its rest stays as it is
     * @return {@code room}, or an array of {@code length} where that is longer
     */
    static long[] into(long[] room, long[] source, int length) {
        long[] copy = room.length >= length ? room : new long[length];
        System.arraycopy(source, 0, copy, 0, length);
        return copy;
    }

    /** As above. */
    static int[] into(int[] room, int[] source, int length) {
        int[] copy = room.length >= length ? room : new int[length];
        System.arraycopy(source, 0, copy, 0, length);
        return copy;
    }
}
