package outcry.market.state;

import java.util.Arrays;
import java.util.function.IntConsumer;
import outcry.base.Check;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Role;
import outcry.market.Side;
import outcry.market.book.OrderSlots;

/** All the market knows: accounts, instruments, resting orders and the next numbers to give. */
public final class MarketState {
    public final Limits limits;
    public final Digest digest = new Digest();
    public final Accounts accounts = new Accounts(digest);
    public final Instruments instruments = new Instruments(digest);
    public final Terms terms = new Terms(digest);
    public final Venue venue = new Venue(digest);
    public final OrderBooks books = new OrderBooks(digest);
    public long nextOrderId = 1;
    public long nextTradeId = 1;

    /**
     * An empty market.
     *
     * @throws IllegalStateException when the limits allow for more than books can hold
     */
    public MarketState(Limits limits) {
        Check.that(
                limits.accounts() <= OrderSlots.ACCOUNTS_MAX
                        && limits.instruments() <= OrderSlots.INSTRUMENTS_MAX
                        && limits.openOrders() <= OrderSlots.ORDERS_MAX
                        && Limits.QUANTITY_MAX <= OrderSlots.QUANTITY_MAX,
                "limits beyond what order books can hold");
        this.limits = limits;
    }

    public long digest() {
        return digest.value(nextOrderId, nextTradeId);
    }

    /** Lists an instrument with its book; the shares of its pool come into being with it. */
    public int list(String symbol, String name, long tick, long lot, long pool) {
        int instrument = instruments.list(symbol, name, tick, lot);
        instruments.moveTotal(instrument, pool);
        instruments.movePool(instrument, pool);
        accounts.addInstrument();
        terms.add(instrument);
        books.add(instrument);
        return instrument;
    }

    /**
     * Calls with the slot of every order: by instrument; bids then asks by priority, then the
     * waiting ones, buys then sells, by stop price.
     */
    public void forEachOrder(IntConsumer action) {
        for (int instrument = 0; instrument < instruments.count(); instrument++) {
            for (Side side : Side.values()) {
                forEach(books.first(instrument, side), action);
            }
            for (Side side : Side.values()) {
                forEach(books.firstStop(instrument, side), action);
            }
        }
    }

    /** The ids of all orders with one of these flags, oldest first; of all when there is none. */
    public long[] orderIds(int flags) {
        long[] ids = new long[books.count()];
        int[] count = {0};
        forEachOrder(
                slot -> {
                    if (flags == 0 || (books.flags(slot) & flags) != 0) {
                        ids[count[0]++] = books.id(slot);
                    }
                });
        Arrays.sort(ids, 0, count[0]);
        return Arrays.copyOf(ids, count[0]);
    }

    /** Reports the present state as events. */
    public void describe(MarketListener listener) {
        for (int account = 0; account < accounts.count(); account++) {
            listener.accountOpened(
                    account,
                    accounts.name(account),
                    accounts.salt(account),
                    accounts.hash(account));
            if (accounts.isOperator(account)) {
                listener.roleChanged(account, Role.OPERATOR);
            }
        }
        for (int instrument = 0; instrument < instruments.count(); instrument++) {
            listener.instrumentListed(
                    instrument,
                    instruments.symbol(instrument),
                    instruments.name(instrument),
                    instruments.tick(instrument),
                    instruments.lot(instrument),
                    instruments.pool(instrument));
            listener.poolChanged(instrument, instruments.pool(instrument));
            listener.phaseChanged(instrument, terms.phase(instrument));
            reportTerms(instrument, listener);
            if (terms.last(instrument) != 0) {
                listener.lastPrice(instrument, terms.last(instrument));
            }
            listener.startChanged(instrument, terms.start(instrument));
        }
        listener.roundChanged(venue.round(), venue.roundState());
        listener.startChanged(Instruments.NONE, venue.startCash());
        for (int account = 0; account < accounts.count(); account++) {
            reportCash(account, listener);
            for (int i = 0; i < instruments.count(); i++) {
                if (accounts.sharesAvailable(account, i) + accounts.sharesReserved(account, i)
                        > 0) {
                    reportShares(account, i, listener);
                }
            }
        }
        forEachOrder(slot -> describeOrder(slot, listener));
    }

    public void reportCash(int account, MarketListener listener) {
        listener.cashChanged(
                account, accounts.cashAvailable(account), accounts.cashReserved(account));
    }

    public void reportShares(int account, int instrument, MarketListener listener) {
        listener.sharesChanged(
                account,
                instrument,
                accounts.sharesAvailable(account, instrument),
                accounts.sharesReserved(account, instrument));
    }

    /** Reports what an order of this side has reserved from, which was the last to change. */
    public void reportReserved(
            int account, int instrument, boolean isBuy, MarketListener listener) {
        long available = accounts.lastAvailable();
        long reserved = accounts.lastReserved();
        if (isBuy) {
            listener.cashChanged(account, available, reserved);
        } else {
            listener.sharesChanged(account, instrument, available, reserved);
        }
    }

    public void reportTerms(int instrument, MarketListener listener) {
        listener.termsChanged(
                instrument,
                terms.reference(instrument),
                terms.band(instrument),
                terms.makerFee(instrument),
                terms.takerFee(instrument));
    }

    private void forEach(int first, IntConsumer action) {
        int slot = first;
        while (slot != OrderBooks.NONE) {
            int next = books.after(slot);
            action.accept(slot);
            slot = next;
        }
    }

    private void describeOrder(int slot, MarketListener listener) {
        long id = books.id(slot);
        int account = books.account(slot);
        int instrument = books.instrument(slot);
        int flags = books.flags(slot);
        Side side = OrderFlags.side(flags);
        long price = books.price(slot);
        listener.accepted(
                id,
                account,
                instrument,
                side,
                OrderFlags.type(flags),
                OrderFlags.timeInForce(flags),
                price,
                books.quantity(slot));
        long display = OrderFlags.isIceberg(flags) ? books.extra(slot) : 0;
        if (display != 0 || OrderFlags.isPostOnly(flags)) {
            listener.furtherTerms(id, account, instrument, display, OrderFlags.isPostOnly(flags));
        }
        if (OrderFlags.isStop(flags)) {
            listener.waiting(id, account, instrument, side, books.extra(slot));
        } else {
            listener.rested(id, account, instrument, side, price, books.shown(slot));
        }
    }
}
