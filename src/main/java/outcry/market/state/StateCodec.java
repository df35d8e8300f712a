package outcry.market.state;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.Limits;
import outcry.market.Names;
import outcry.market.RoundState;

/**
 * The market's part of a checkpoint: instruments with their terms, accounts, what is the
 * exchange's, then the orders as {@link OrdersCodec} lays them out.
 *
 * <p>What follows from something else is not written: reserved cash and shares, totals and indexes
 * are made again from the orders, so they cannot contradict them.
 */
public final class StateCodec {
    private static final RoundState[] ROUND_STATES = RoundState.values();

    private StateCodec() {}

    /** Writes all but the orders, which {@link FrozenOrders} writes behind it. */
    public static void write(MarketState state, ByteWriter out) {
        out.putLong(state.nextOrderId).putLong(state.nextTradeId);
        writeInstruments(state, out);
        writeAccounts(state, out);
        writeVenue(state.venue, out);
    }

    /** Fills an empty state; refuses what could not have been written. */
    public static void read(MarketState state, ByteReader in) {
        state.nextOrderId = in.getLong();
        state.nextTradeId = in.getLong();
        require(state.nextOrderId > 0 && state.nextTradeId > 0, "a counter below 1");
        readInstruments(state, in);
        readAccounts(state, in);
        readVenue(state, in);
        OrdersCodec.read(state, in);
    }

    private static void writeInstruments(MarketState state, ByteWriter out) {
        Instruments instruments = state.instruments;
        out.putInt(instruments.count());
        for (int i = 0; i < instruments.count(); i++) {
            out.putString(instruments.symbol(i)).putString(instruments.name(i));
            out.putLong(instruments.tick(i)).putLong(instruments.lot(i));
            out.putLong(instruments.pool(i));
            for (int term = 0; term < Terms.COUNT; term++) {
                out.putLong(state.terms.get(i, term));
            }
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
            readTerms(state, i, in);
        }
    }

    private static void readTerms(MarketState state, int instrument, ByteReader in) {
        for (int term = 0; term < Terms.COUNT; term++) {
            state.terms.restore(instrument, term, in.getLong());
        }
        long tick = state.instruments.tick(instrument);
        long lot = state.instruments.lot(instrument);
        require(state.terms.arePossible(instrument, tick, lot), "bad terms of an instrument");
    }

    private static void writeVenue(Venue venue, ByteWriter out) {
        out.putLong(venue.round()).put(venue.roundState().ordinal());
        out.putLong(venue.startCash()).putLong(venue.till());
    }

    private static void readVenue(MarketState state, ByteReader in) {
        long round = in.getLong();
        int roundState = in.get();
        long startCash = in.getLong();
        long till = in.getLong();
        require(round >= 0 && roundState < ROUND_STATES.length, "a bad round");
        require(round > 0 || roundState == 0, "a round before the first");
        require(isBetween(startCash, 0, Limits.START_CASH_MAX), "a bad starting position");
        requireRoomForCash(state, till);
        state.venue.setRound(round, ROUND_STATES[roundState]);
        state.venue.setStartCash(startCash);
        state.venue.addFee(till);
        state.accounts.moveTotal(till);
    }

    private static void writeAccounts(MarketState state, ByteWriter out) {
        Accounts accounts = state.accounts;
        out.putInt(accounts.count());
        for (int account = 0; account < accounts.count(); account++) {
            out.putString(accounts.name(account));
            out.putSized(accounts.salt(account)).putSized(accounts.hash(account));
            out.putBoolean(accounts.isOperator(account));
            out.putLong(accounts.cashAvailable(account));
            writeHoldings(state, account, out);
        }
    }

    private static void writeHoldings(MarketState state, int account, ByteWriter out) {
        Accounts accounts = state.accounts;
        int countAt = out.length();
        int count = 0;
        out.putInt(0);
        for (int i = 0; i < state.instruments.count(); i++) {
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
            state.accounts.setOperator(account, in.getBoolean());
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
            state.accounts.move(account, instrument, shares, 0);
            previous = instrument;
        }
    }

    static void requireRoomForCash(MarketState state, long cents) {
        long room = Limits.CASH_MAX - state.accounts.cashTotal();
        require(isBetween(cents, 0, room), "more cash than there can be");
    }

    static void requireRoomForShares(MarketState state, int instrument, long quantity) {
        long room = Limits.SHARES_MAX - state.instruments.total(instrument);
        require(
                isBetween(quantity, 1, room) && quantity % state.instruments.lot(instrument) == 0,
                "more shares than there can be, or a part of a lot");
    }

    static boolean isBetween(long value, long least, long most) {
        return value >= least && value <= most;
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new MalformedException("checkpoint: " + otherwise);
        }
    }
}
