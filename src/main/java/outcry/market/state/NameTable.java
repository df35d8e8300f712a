package outcry.market.state;

import java.util.Arrays;

/** Names numbered from 0 in the order they were added; found by name in O(1). */
public final class NameTable {
    public static final int NONE = -1;

    private String[] names = new String[16];
    private int count;

    /**
     * A name's number plus one, and its hash in the upper half, so that no other name is looked at
     * on the way: linear probing, at most half full.
     */
    private long[] cells = new long[32];

    public int count() {
        return count;
    }

    public String name(int number) {
        return names[number];
    }

    /** The number of {@code name}, or {@link #NONE}, also for null. */
    public int find(String name) {
        if (name == null) {
            return NONE;
        }
        int hash = name.hashCode();
        int mask = cells.length - 1;
        for (int i = home(hash); cells[i] != 0; i = i + 1 & mask) {
            int number = (int) cells[i] - 1;
            if ((int) (cells[i] >>> 32) == hash && names[number].equals(name)) {
                return number;
            }
        }
        return NONE;
    }

    /** Numbers a name that is not there yet. */
    public int add(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            cells = new long[count * 4];
            for (int number = 0; number < count; number++) {
                insert(number);
            }
        }
        names[count] = name;
        insert(count);
        return count++;
    }

    private void insert(int number) {
        int hash = names[number].hashCode();
        int mask = cells.length - 1;
        int i = home(hash);
        while (cells[i] != 0) {
            i = i + 1 & mask;
        }
        cells[i] = (long) hash << 32 | number + 1;
    }

    private int home(int hash) {
        // The upper bits of the product: those of names that differ little are far apart.
        return hash * 0x9E37_79B9 >>> Integer.numberOfLeadingZeros(cells.length - 1);
    }
}
