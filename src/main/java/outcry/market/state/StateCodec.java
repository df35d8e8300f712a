package outcry.market.state;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.Limits;
import outcry.market.Names;
import outcry.market.Side;

/**
 * The market's part of a checkpoint: accounts, instruments, then each book's orders in priority.
 *
 * <p>What follows from something else is not written: reserved cash and shares, totals and indexes
 * are made again from the orders, so they cannot contradict them.
 */
public final class StateCodec {
    private StateCodec() {}

    public static void write(MarketState state, ByteWriter out) {
        out.putLong(state.nextOrderId).putLong(state.nextTradeId);
        writeInstruments(state.instruments, out);
        writeAccounts(state.accounts, out);
        for (int instrument = 0; instrument < state.instruments.count(); instrument++) {
            for (Side side : Side.values()) {
                writeOrders(state.books, instrument, side, out);
            }
        }
    }

    /** Fills an empty state; refuses what could not have come from {@link #write}. */
    public static void read(MarketState state, ByteReader in) {
        state.nextOrderId = in.getLong();
        state.nextTradeId = in.getLong();
        require(state.nextOrderId > 0 && state.nextTradeId > 0, "a counter below 1");
        readInstruments(state, in);
        readAccounts(state, in);
        for (int instrument = 0; instrument < state.instruments.count(); instrument++) {
            for (Side side : Side.values()) {
                readOrders(state, instrument, side, in);
            }
            requireUncrossed(state.books, instrument);
        }
        state.books.sortByAge();
    }

    private static void writeInstruments(Instruments instruments, ByteWriter out) {
        out.putInt(instruments.count());
        for (int i = 0; i < instruments.count(); i++) {
            out.putString(instruments.symbol(i)).putString(instruments.name(i));
            out.putLong(instruments.tick(i)).putLong(instruments.lot(i));
            out.putLong(instruments.pool(i));
        }
    }

    private static void readInstruments(MarketState state, ByteReader in) {
        int count = in.getCount(state.limits.instruments());
        for (int i = 0; i < count; i++) {
            String symbol = in.getString(Limits.NAME_LENGTH_MAX);
            String name = in.getString(3 * Limits.FULL_NAME_LENGTH_MAX);
            long tick = in.getLong();
            long lot = in.getLong();
            long pool = in.getLong();
            boolean isNew = state.instruments.find(symbol) == Instruments.NONE;
            require(isNew && Names.isSymbol(symbol), "a bad or repeated symbol");
            require(Names.isFullName(name), "a bad instrument name");
            require(isBetween(tick, 1, Limits.PRICE_MAX), "a bad tick");
            require(isBetween(lot, 1, Limits.LOT_MAX), "a bad lot");
            require(isBetween(pool, 0, Limits.SHARES_MAX) && pool % lot == 0, "a bad pool");
            state.list(symbol, name, tick, lot, pool);
        }
    }

    private static void writeAccounts(Accounts accounts, ByteWriter out) {
        out.putInt(accounts.count());
        for (int account = 0; account < accounts.count(); account++) {
            out.putString(accounts.name(account));
            out.putSized(accounts.salt(account)).putSized(accounts.hash(account));
            out.putLong(accounts.cashAvailable(account));
            writeHoldings(accounts, account, out);
        }
    }

    private static void writeHoldings(Accounts accounts, int account, ByteWriter out) {
        int countAt = out.length();
        int count = 0;
        out.putInt(0);
        for (int i = 0; i < accounts.instrumentsTouched(account); i++) {
            if (accounts.sharesAvailable(account, i) > 0) {
                out.putInt(i).putLong(accounts.sharesAvailable(account, i));
                count++;
            }
        }
        out.setInt(countAt, count);
    }

    private static void readAccounts(MarketState state, ByteReader in) {
        int count = in.getCount(state.limits.accounts());
        for (int i = 0; i < count; i++) {
            String name = in.getString(Limits.NAME_LENGTH_MAX);
            boolean isNew = state.accounts.find(name) == Accounts.NONE;
            require(isNew && Names.isAccount(name), "a bad or repeated account name");
            byte[] salt = in.getSized(Limits.SECRET_BYTES_MAX);
            byte[] hash = in.getSized(Limits.SECRET_BYTES_MAX);
            int account = state.accounts.open(name, salt, hash);
            long cash = in.getLong();
            requireRoomForCash(state, cash);
            state.accounts.depositCash(account, cash);
            readHoldings(state, account, in);
        }
    }

    private static void readHoldings(MarketState state, int account, ByteReader in) {
        int count = in.getCount(state.instruments.count());
        int previous = -1;
        for (int i = 0; i < count; i++) {
            int instrument = in.getInt();
            long shares = in.getLong();
            require(
                    instrument > previous && instrument < state.instruments.count(),
                    "a holding of no instrument");
            requireRoomForShares(state, instrument, shares);
            state.instruments.moveTotal(instrument, shares);
            state.accounts.moveShares(account, instrument, shares, 0);
            previous = instrument;
        }
    }

    private static void writeOrders(OrderBooks books, int instrument, Side side, ByteWriter out) {
        int countAt = out.length();
        int count = 0;
        out.putInt(0);
        int slot = books.first(instrument, side);
        while (slot != OrderBooks.NONE) {
            out.putLong(books.id(slot)).putInt(books.account(slot));
            out.putLong(books.price(slot)).putLong(books.quantity(slot));
            count++;
            slot = books.after(slot);
        }
        out.setInt(countAt, count);
    }

    private static void readOrders(MarketState state, int instrument, Side side, ByteReader in) {
        OrderBooks books = state.books;
        int count = in.getCount(state.limits.openOrders() - books.count());
        long previousPrice = 0;
        for (int i = 0; i < count; i++) {
            long id = in.getLong();
            int account = in.getInt();
            long price = in.getLong();
            long quantity = in.getLong();
            require(
                    isBetween(id, 1, state.nextOrderId - 1) && books.find(id) == OrderBooks.NONE,
                    "a bad or repeated order id");
            require(isBetween(account, 0, state.accounts.count() - 1), "an order of no account");
            require(
                    books.count(account) < state.limits.openOrdersPerAccount(),
                    "too many orders of one account");
            long tick = state.instruments.tick(instrument);
            require(isBetween(price, 1, Limits.PRICE_MAX) && price % tick == 0, "a bad price");
            require(
                    i == 0
                            || price == previousPrice
                            || side.opposite().crosses(price, previousPrice),
                    "orders out of priority");
            require(
                    isBetween(quantity, 1, Limits.QUANTITY_MAX)
                            && Limits.isValueInRange(price, quantity)
                            && quantity % state.instruments.lot(instrument) == 0,
                    "a bad quantity");
            reserve(state, account, instrument, side, price, quantity);
            books.rest(id, account, instrument, side, price, quantity);
            previousPrice = price;
        }
    }

    private static void reserve(
            MarketState state, int account, int instrument, Side side, long price, long quantity) {
        if (side == Side.BUY) {
            long cost = price * quantity;
            requireRoomForCash(state, cost);
            state.accounts.depositCash(account, cost);
            state.accounts.moveCash(account, -cost, cost);
        } else {
            requireRoomForShares(state, instrument, quantity);
            state.instruments.moveTotal(instrument, quantity);
            state.accounts.moveShares(account, instrument, 0, quantity);
        }
    }

    private static void requireUncrossed(OrderBooks books, int instrument) {
        int bid = books.first(instrument, Side.BUY);
        int ask = books.first(instrument, Side.SELL);
        require(
                bid == OrderBooks.NONE
                        || ask == OrderBooks.NONE
                        || books.price(bid) < books.price(ask),
                "a crossed book");
    }

    private static void requireRoomForCash(MarketState state, long cents) {
        long room = Limits.CASH_MAX - state.accounts.cashTotal();
        require(isBetween(cents, 0, room), "more cash than there can be");
    }

    private static void requireRoomForShares(MarketState state, int instrument, long quantity) {
        long room = Limits.SHARES_MAX - state.instruments.total(instrument);
        require(
                isBetween(quantity, 1, room) && quantity % state.instruments.lot(instrument) == 0,
                "more shares than there can be, or a part of a lot");
    }

    private static boolean isBetween(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new MalformedException("checkpoint: " + otherwise);
        }
    }
}
