package outcry.market.state;

import java.util.function.IntConsumer;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** All the market knows: accounts, instruments, resting orders and the next numbers to give. */
public final class MarketState {
    public final Limits limits;
    public final Digest digest = new Digest();
    public final Accounts accounts = new Accounts(digest);
    public final Instruments instruments = new Instruments(digest);
    public final OrderBooks books = new OrderBooks(digest);
    public long nextOrderId = 1;
    public long nextTradeId = 1;

    public MarketState(Limits limits) {
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
        books.add(instrument);
        return instrument;
    }

    /** Calls with the slot of every resting order: by instrument, bids then asks, by priority. */
    public void forEachOrder(IntConsumer action) {
        for (int instrument = 0; instrument < instruments.count(); instrument++) {
            for (Side side : Side.values()) {
                int slot = books.first(instrument, side);
                while (slot != OrderBooks.NONE) {
                    action.accept(slot);
                    slot = books.after(slot);
                }
            }
        }
    }

    /** Reports the present state as events. */
    public void describe(MarketListener listener) {
        for (int account = 0; account < accounts.count(); account++) {
            listener.accountOpened(
                    account,
                    accounts.name(account),
                    accounts.salt(account),
                    accounts.hash(account));
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
        }
        for (int account = 0; account < accounts.count(); account++) {
            reportCash(account, listener);
            for (int i = 0; i < accounts.instrumentsTouched(account); i++) {
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

    private void describeOrder(int slot, MarketListener listener) {
        long id = books.id(slot);
        int account = books.account(slot);
        int instrument = books.instrument(slot);
        Side side = books.side(slot);
        long price = books.price(slot);
        long open = books.quantity(slot);
        listener.accepted(
                id, account, instrument, side, OrderType.LIMIT, TimeInForce.GTC, price, open);
        listener.rested(id, account, instrument, side, price, open);
    }
}
