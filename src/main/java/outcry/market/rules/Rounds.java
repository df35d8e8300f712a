package outcry.market.rules;

import outcry.market.CancelReason;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.RoundAction;
import outcry.market.RoundState;
import outcry.market.state.Accounts;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.OrderFlags;
import outcry.market.state.Venue;

/** Rounds of trading with the same starting position for everybody. */
final class Rounds {
    private final MarketState state;
    private final Venue venue;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Outcome outcome;
    private final Phases phases;
    private final Cancels cancels;

    Rounds(MarketState state, Outcome outcome, Phases phases, Cancels cancels) {
        this.state = state;
        this.venue = state.venue;
        this.accounts = state.accounts;
        this.instruments = state.instruments;
        this.outcome = outcome;
        this.phases = phases;
        this.cancels = cancels;
    }

    /** Accepted with the number of the round. */
    void apply(RoundAction action, MarketListener listener) {
        if (action == null) {
            outcome.reject(Reason.BAD_TERMS, 0);
        } else if (!fits(action, venue.roundState())) {
            outcome.reject(Reason.WRONG_ROUND, venue.roundState().ordinal());
        } else {
            outcome.accept(venue.round());
            carryOut(action, listener);
        }
    }

    /** What every trader starts with: cents, or shares of an instrument. */
    void setStart(int instrument, long amount, MarketListener listener) {
        boolean isCash = instrument == Instruments.NONE;
        long most = isCash ? Limits.START_CASH_MAX : Limits.START_SHARES_MAX;
        if (amount < 0 || amount > most) {
            outcome.reject(isCash ? Reason.BAD_AMOUNT : Reason.BAD_QUANTITY, most);
        } else if (!isCash && amount % instruments.lot(instrument) != 0) {
            outcome.reject(Reason.BAD_QUANTITY, instruments.lot(instrument));
        } else {
            if (isCash) {
                venue.setStartCash(amount);
            } else {
                state.terms.setStart(instrument, amount);
            }
            listener.startChanged(instrument, amount);
            outcome.accept(amount);
        }
    }

    /**
     * Gives a new account what traders start with.
     *
     * @return false when the exchange cannot hold that much more; the outcome says so
     */
    boolean hasRoomForStart() {
        if (venue.startCash() > Limits.CASH_MAX - accounts.cashTotal()) {
            return outcome.reject(Reason.OVERFLOW, Limits.CASH_MAX - accounts.cashTotal());
        }
        for (int i = 0; i < instruments.count(); i++) {
            long room = Limits.SHARES_MAX - instruments.total(i);
            if (state.terms.start(i) > room) {
                return outcome.reject(Reason.OVERFLOW, room);
            }
        }
        return true;
    }

    /** Brings an account to the starting position, whatever it had; it has no orders. */
    void giveStart(int account, MarketListener listener) {
        long cash = venue.startCash() - accounts.cashAvailable(account);
        if (cash != 0) {
            accounts.depositCash(account, cash);
            state.reportCash(account, listener);
        }
        for (int i = 0; i < instruments.count(); i++) {
            long shares = state.terms.start(i) - accounts.sharesAvailable(account, i);
            if (shares != 0) {
                instruments.moveTotal(i, shares);
                accounts.move(account, i, shares, 0);
                state.reportShares(account, i, listener);
            }
        }
    }

    private static boolean fits(RoundAction action, RoundState now) {
        return switch (action) {
            case START, RESET -> now == RoundState.ENDED;
            case PAUSE -> now == RoundState.RUNNING;
            case RESUME -> now == RoundState.PAUSED;
            case END -> now != RoundState.ENDED;
        };
    }

    private void carryOut(RoundAction action, MarketListener listener) {
        switch (action) {
            case START -> {
                setRound(venue.round() + 1, RoundState.RUNNING, listener);
                outcome.accept(venue.round());
                phases.set(Instruments.NONE, Phase.CONTINUOUS, listener);
            }
            case PAUSE -> {
                setRound(venue.round(), RoundState.PAUSED, listener);
                forEach(true, Phase.HALTED, listener);
            }
            case RESUME -> {
                setRound(venue.round(), RoundState.RUNNING, listener);
                forEach(false, Phase.CONTINUOUS, listener);
            }
            case END -> {
                setRound(venue.round(), RoundState.ENDED, listener);
                phases.set(Instruments.NONE, Phase.CLOSED, listener);
                cancels.cancelEverybodys(OrderFlags.DAY, CancelReason.ROUND_ENDED, listener);
            }
            case RESET -> reset(listener);
        }
        if (outcome.reason() == Reason.ACCEPTED) {
            outcome.accept(venue.round());
        }
    }

    private void setRound(long number, RoundState newState, MarketListener listener) {
        venue.setRound(number, newState);
        listener.roundChanged(number, newState);
    }

    /** Brings what takes orders, or what is halted, into another phase. */
    private void forEach(boolean takingOrders, Phase phase, MarketListener listener) {
        for (int i = 0; i < instruments.count(); i++) {
            Phase now = state.terms.phase(i);
            if (takingOrders ? now.takesOrders() : now == Phase.HALTED) {
                phases.change(i, phase, listener);
            }
        }
    }

    /** Operators keep what they have, but for their orders. */
    private void reset(MarketListener listener) {
        if (!hasRoomForReset()) {
            return;
        }
        cancels.cancelEverybodys(0, CancelReason.RESET, listener);
        for (int account = 0; account < accounts.count(); account++) {
            if (!accounts.isOperator(account)) {
                giveStart(account, listener);
            }
        }
    }

    private boolean hasRoomForReset() {
        long cash = accounts.cashTotal();
        long traders = 0;
        for (int account = 0; account < accounts.count(); account++) {
            if (!accounts.isOperator(account)) {
                cash -= accounts.cashAvailable(account) + accounts.cashReserved(account);
                traders++;
            }
        }
        long room = Limits.CASH_MAX - cash;
        if (traders * venue.startCash() > room) {
            return outcome.reject(Reason.OVERFLOW, room);
        }
        for (int i = 0; i < instruments.count(); i++) {
            long shares = instruments.total(i);
            for (int account = 0; account < accounts.count(); account++) {
                if (!accounts.isOperator(account)) {
                    shares -=
                            accounts.sharesAvailable(account, i)
                                    + accounts.sharesReserved(account, i);
                }
            }
            if (traders * state.terms.start(i) > Limits.SHARES_MAX - shares) {
                return outcome.reject(Reason.OVERFLOW, Limits.SHARES_MAX - shares);
            }
        }
        return true;
    }
}
