package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Side;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.OrderBooks;

/**
 * Looks at what the next commands will need, so that it is in the processor's caches when they are
 * applied. Changes nothing, and need not be right: what is not looked at is only slower.
 *
 * <p>A cancel in a large book is a chain of waits for memory: from the id to the slot, from the
 * slot to its neighbours in the queue. One after the other, the commands wait for each link; looked
 * at together, all of them wait for each link once, since the processor fetches what does not
 * depend on each other at the same time (as the group prefetching of hash joins does: Chen,
 * Ailamaki, Gibbons, Mowry, ICDE 2004).
 */
final class Foresight {
    /** The most commands it is of use to look at together: a processor has so many fetches open. */
    static final int COMMANDS_MAX = 16;

    /** What fewer orders, or levels, take stays in the caches anyway. */
    private static final int MANY_ORDERS = 16_384;

    private static final int MANY_LEVELS = 8_192;

    private final MarketState state;
    private final OrderBooks books;
    private final int[] working = new int[COMMANDS_MAX];
    private final int[] last = new int[COMMANDS_MAX];

    /** The sum of all that was looked at: without use for it, the compiler would not look. */
    private long seen;

    Foresight(MarketState state) {
        this.state = state;
        this.books = state.books;
    }

    /** Looks at what {@code commands} need, from and to as in sublists; the first few of them. */
    void look(Command[] commands, int from, int to) {
        boolean hasManyLevels = books.levelCount() > MANY_LEVELS;
        if (!hasManyLevels && books.count() <= MANY_ORDERS) {
            return;
        }
        int end = Math.min(to, from + COMMANDS_MAX);
        int cancels = 0;
        int entries = 0;
        for (int i = from; i < end; i++) {
            Command command = commands[i];
            if (command instanceof Command.CancelOrder cancel) {
                working[cancels++] = books.likelySlot(cancel.orderId());
            } else if (command instanceof Command.AmendOrder amend) {
                working[cancels++] = books.likelySlot(amend.orderId());
            } else if (hasManyLevels && command instanceof Command.EnterOrder enter) {
                int level = levelFor(enter);
                if (level != OrderBooks.NO_LEVEL) {
                    last[entries++] = level;
                }
            }
        }
        // A step of all before the next step of any: this order is what it is all about.
        for (int i = 0; i < cancels; i++) {
            seen += books.id(working[i]);
        }
        for (int i = 0; i < entries; i++) {
            last[i] = books.lastAt(last[i]);
        }
        for (int i = 0; i < cancels; i++) {
            lookAround(working[i]);
        }
        for (int i = 0; i < entries; i++) {
            seen += books.id(last[i]);
        }
    }

    /** Looks at what the order reserves from; returns the level it would rest at, or one near. */
    private int levelFor(Command.EnterOrder enter) {
        int account = state.accounts.find(enter.account());
        int instrument = state.instruments.find(enter.instrument());
        Side side = enter.side();
        if (account == Accounts.NONE || instrument == Instruments.NONE || side == null) {
            return OrderBooks.NO_LEVEL;
        }
        lookAtHolding(account, instrument, side == Side.BUY);
        return books.likelyLevel(instrument, side, enter.price());
    }

    private void lookAround(int slot) {
        seen += books.id(books.before(slot)) + books.id(books.behind(slot)) + books.price(slot);
        lookAtHolding(books.account(slot), books.instrument(slot), books.isBuy(slot));
    }

    private void lookAtHolding(int account, int instrument, boolean isBuy) {
        seen += state.accounts.available(account, Reservations.asset(instrument, isBuy));
    }
}
