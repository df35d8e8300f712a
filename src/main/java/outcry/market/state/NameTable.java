package outcry.market.state;

import java.util.Arrays;

/** Names numbered from 0 in the order they were added; found by name in O(1). */
public final class NameTable {
    public static final int NONE = -1;

    private String[] names = new String[16];
    private int count;

    /** Number plus one by hash of the name, linear probing, at most half full. */
    private int[] cells = new int[32];

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
        for (int i = home(name); cells[i] != 0; i = i + 1 & mask) {
            if (names[cells[i] - 1].equals(name)) {
                return cells[i] - 1;
            }
        }
        return NONE;
    }

    /** Numbers a name that is not there yet. */
    public int add(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            cells = new int[count * 4];
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
        while (cells[i] != 0) {
            i = i + 1 & mask;
        }
        cells[i] = number + 1;
    }

    private int home(String name) {
        int hash = name.hashCode() * 0x9E37_79B9;
        return (hash ^ hash >>> 16) & cells.length - 1;
    }
}
