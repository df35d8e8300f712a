package outcry.market.state;

import java.util.Arrays;

/** Names numbered from 0 in the order they were added; found by name in O(1). */
public final class NameTable {
    public static final int NONE = -1;

    private String[] names = new String[16];
    private int count;

    /** The names once more, by their hash: linear probing, at most half full. */
    private String[] cells = new String[32];

    /** The number of the name in each cell. */
    private int[] numbers = new int[32];

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
        int mask = cells.length - 1;
        for (int i = home(name); cells[i] != null; i = i + 1 & mask) {
            if (cells[i].equals(name)) {
                return numbers[i];
            }
        }
        return NONE;
    }

    /** Numbers a name that is not there yet. */
    public int add(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            cells = new String[count * 4];
            numbers = new int[count * 4];
            for (int number = 0; number < count; number++) {
                insert(number);
            }
        }
        names[count] = name;
        insert(count);
        return count++;
    }

    private void insert(int number) {
        int mask = cells.length - 1;
        int i = home(names[number]);
        while (cells[i] != null) {
            i = i + 1 & mask;
        }
        cells[i] = names[number];
        numbers[i] = number;
    }

    private int home(String name) {
        // The upper bits of the product: those of names that differ little are far apart.
        return name.hashCode() * 0x9E37_79B9 >>> Integer.numberOfLeadingZeros(cells.length - 1);
    }
}
