package outcry.market.state;

import java.util.Arrays;
import outcry.base.Check;

/** Names numbered from 0 in the order they were added; found by name in O(1). */
public final class NameTable {
    public static final int NONE = -1;

    private static final int CELLS_PER_NAME = 4;
    private static final int NUMBER_BITS = 20;
    private static final int NUMBER = (1 << NUMBER_BITS) - 1;

    private String[] names = new String[16];
    private int count;

    /**
     * Numbers plus one, under bits of the name's hash so that other names are not looked at: linear
     * probing, at most a quarter full, so that most are found where they are looked for first.
     */
    private int[] cells = new int[CELLS_PER_NAME * 16];

    /** Leaves as many bits of a product of 32 as there are bits in a cell's place. */
    private int shift = Integer.numberOfLeadingZeros(cells.length - 1);

    public int count() {
        return count;
    }

    public String name(int number) {
        return names[number];
    }

    /** Whether {@code name}, which may be null, is that of a number. */
    public boolean isNamed(int number, String name) {
        return names[number] == name || names[number].equals(name);
    }

    /** The number of {@code name}, or {@link #NONE}, also for null. */
    public int find(String name) {
        if (name == null) {
            return NONE;
        }
        int hash = spread(name);
        int number = (cells[hash >>> shift] & NUMBER) - 1;
        // Mostly it is the very same object, and where it is looked for first.
        return number != NONE && names[number] == name ? number : search(name, hash);
    }

    private int search(String name, int hash) {
        int mask = cells.length - 1;
        for (int i = hash >>> shift; cells[i] != 0; i = i + 1 & mask) {
            boolean isLikely = (cells[i] ^ hash << NUMBER_BITS) >>> NUMBER_BITS == 0;
            int number = (cells[i] & NUMBER) - 1;
            if (isLikely && names[number].equals(name)) {
                return number;
            }
        }
        return NONE;
    }

    /** Numbers a name that is not there yet. */
    public int add(String name) {
        Check.that(count < NUMBER, "too many names");
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            cells = new int[CELLS_PER_NAME * names.length];
            shift = Integer.numberOfLeadingZeros(cells.length - 1);
            for (int number = 0; number < count; number++) {
                insert(number);
            }
        }
        names[count] = name;
        insert(count);
        return count++;
    }

    private void insert(int number) {
        int hash = spread(names[number]);
        int mask = cells.length - 1;
        int i = hash >>> shift;
        while (cells[i] != 0) {
            i = i + 1 & mask;
        }
        cells[i] = hash << NUMBER_BITS | number + 1;
    }

    /** A hash whose upper bits say where; those of names that differ little are far apart. */
    private static int spread(String name) {
        return name.hashCode() * 0x9E37_79B9;
    }
}
