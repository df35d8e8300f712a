package outcry.wire;

/**
 * Names read lately: the same bytes give the same string, which is neither decoded nor allocated
 * anew, whose hash is known, and which the market need not compare letter by letter when it has
 * learnt it the same way. Safe for use by several threads.
 */
final class RecentNames {
    private static final int PLACES = 1 << 15;

    /**
     * Written without a lock: a string may be seen by any thread as soon as it can be seen at all,
     * and one that is overwritten is only made again.
     */
    private final String[] names = new String[PLACES];

    /** The name in these bytes, or null if it was not read lately. */
    String find(byte[] bytes) {
        String name = names[place(bytes)];
        return name != null && isSame(name, bytes) ? name : null;
    }

    /**
     * Remembers a name, if each of its letters is one byte, as in all the market takes.
     *
     * @param bytes it in UTF-8
     */
    void add(String name, byte[] bytes) {
        if (bytes.length == name.length()) {
            names[place(bytes)] = name;
        }
    }

    private static boolean isSame(String name, byte[] bytes) {
        if (name.length() != bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (name.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int place(byte[] bytes) {
        int hash = 0;
        for (byte value : bytes) {
            hash = 31 * hash + value;
        }
        return (hash * 0x9E37_79B9) >>> Integer.numberOfLeadingZeros(PLACES - 1);
    }
}
