package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Names;
import outcry.market.Reason;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;

/** Opens accounts (M6) and lists instruments (M14, M15). */
final class Listings {
    private final MarketState state;
    private final Outcome outcome;
    private final Rounds rounds;

    Listings(MarketState state, Outcome outcome, Rounds rounds) {
        this.state = state;
        this.outcome = outcome;
        this.rounds = rounds;
    }

    void openAccount(Command.OpenAccount command, MarketListener listener) {
        if (!Names.isAccount(command.account())) {
            outcome.reject(Reason.BAD_NAME, Limits.NAME_LENGTH_MAX);
            return;
        }
        if (!isSecret(command.salt()) || !isSecret(command.hash())) {
            outcome.reject(Reason.BAD_TERMS, Limits.SECRET_BYTES_MAX);
            return;
        }
        Accounts accounts = state.accounts;
        int account = accounts.find(command.account());
        if (account != Accounts.NONE) {
            if (accounts.hasSecret(account, command.salt(), command.hash())) {
                outcome.accept(0);
            } else {
                outcome.reject(Reason.ACCOUNT_EXISTS, 0);
            }
            return;
        }
        if (accounts.count() == state.limits.accounts()) {
            outcome.reject(Reason.TOO_MANY_ACCOUNTS, state.limits.accounts());
            return;
        }
        if (!rounds.hasRoomForStart()) {
            return;
        }
        account = accounts.open(command.account(), command.salt(), command.hash());
        listener.accountOpened(
                account, command.account(), accounts.salt(account), accounts.hash(account));
        rounds.giveStart(account, listener);
        outcome.accept(0);
    }

    void list(Command.ListInstrument command, MarketListener listener) {
        if (hasValidTerms(command) && canList(command.instrument())) {
            list(
                    command.instrument(),
                    command.name(),
                    command.tick(),
                    command.lot(),
                    command.pool(),
                    listener);
            outcome.accept(command.pool());
        }
    }

    /**
     * Lists {@code symbol} with a tick of one cent, lots of one share and an empty pool.
     *
     * @return its number, or {@link Instruments#NONE} when it was refused
     */
    int listByDefault(String symbol, MarketListener listener) {
        return canList(symbol) ? list(symbol, symbol, 1, 1, 0, listener) : Instruments.NONE;
    }

    private int list(
            String symbol, String name, long tick, long lot, long pool, MarketListener listener) {
        int instrument = state.list(symbol, name, tick, lot, pool);
        listener.instrumentListed(instrument, symbol, name, tick, lot, pool);
        return instrument;
    }

    private boolean canList(String symbol) {
        if (!Names.isSymbol(symbol)) {
            return outcome.reject(Reason.BAD_NAME, Limits.NAME_LENGTH_MAX);
        }
        if (state.instruments.find(symbol) != Instruments.NONE) {
            return outcome.reject(Reason.INSTRUMENT_EXISTS, 0);
        }
        return state.instruments.count() < state.limits.instruments()
                || outcome.reject(Reason.TOO_MANY_INSTRUMENTS, state.limits.instruments());
    }

    private boolean hasValidTerms(Command.ListInstrument command) {
        if (!Names.isFullName(command.name())) {
            return outcome.reject(Reason.BAD_TERMS, Limits.FULL_NAME_LENGTH_MAX);
        }
        if (command.tick() <= 0 || command.tick() > Limits.PRICE_MAX) {
            return outcome.reject(Reason.BAD_TERMS, Limits.PRICE_MAX);
        }
        if (command.lot() <= 0 || command.lot() > Limits.LOT_MAX) {
            return outcome.reject(Reason.BAD_TERMS, Limits.LOT_MAX);
        }
        if (command.pool() < 0 || command.pool() > Limits.SHARES_MAX) {
            return outcome.reject(Reason.BAD_TERMS, Limits.SHARES_MAX);
        }
        return command.pool() % command.lot() == 0
                || outcome.reject(Reason.BAD_TERMS, command.lot());
    }

    private static boolean isSecret(byte[] bytes) {
        return bytes != null && bytes.length <= Limits.SECRET_BYTES_MAX;
    }
}
