package outcry.cli.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The orders that rest, so that one of them can be drawn by lot. */
final class RestingOrders {
    /** Open quantity and account by order, and its place among those that rest. */
    private long[] open = new long[1_024];

    private int[] accounts = new int[1_024];
    private int[] places = new int[1_024];

    private int[] orders = new int[1_024];
    private int count;

    int count() {
        return count;
    }

    /** One of them, each as likely. */
    int draw(SplittableRandom random) {
        return orders[random.nextInt(count)];
    }

    int account(int order) {
        return accounts[order];
    }

    long open(int order) {
        return open[order];
    }

    void add(int order, int account, long quantity) {
        if (order >= open.length) {
            int capacity = Math.max(order + 1, open.length * 2);
            open = Arrays.copyOf(open, capacity);
            accounts = Arrays.copyOf(accounts, capacity);
            places = Arrays.copyOf(places, capacity);
        }
        if (count == orders.length) {
            orders = Arrays.copyOf(orders, count * 2);
        }
        open[order] = quantity;
        accounts[order] = account;
        places[order] = count;
        orders[count++] = order;
    }

    /** So much of the order is open now; with nothing open it rests no longer. */
    void setOpen(int order, long quantity) {
        open[order] = quantity;
        if (quantity == 0) {
            int last = orders[--count];
            orders[places[order]] = last;
            places[last] = places[order];
        }
    }
}
