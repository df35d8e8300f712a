package outcry.market.rules;

import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.MarketListener;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.state.Instruments;
import outcry.market.state.MarketState;
import outcry.market.state.Terms;

/** Phases, price bands and fees of instruments (M14), as operators set them. */
final class Phases {
    private final MarketState state;
    private final Terms terms;
    private final Outcome outcome;
    private final Auction auction;
    private final OrderDesk desk;

    Phases(MarketState state, Outcome outcome, Auction auction, OrderDesk desk) {
        this.state = state;
        this.terms = state.terms;
        this.outcome = outcome;
        this.auction = auction;
        this.desk = desk;
    }

    /** Sets the phase of one instrument or, if none, of all; accepted with the shares traded. */
    void set(int instrument, Phase phase, MarketListener listener) {
        if (phase == null) {
            outcome.reject(Reason.BAD_TERMS, 0);
            return;
        }
        long volume = 0;
        int first = instrument == Instruments.NONE ? 0 : instrument;
        int last = instrument == Instruments.NONE ? state.instruments.count() - 1 : instrument;
        for (int i = first; i <= last; i++) {
            volume += change(i, phase, listener);
        }
        outcome.accept(volume);
    }

    /**
     * Brings an instrument into a phase. A crossed book is uncrossed before it trades continuously,
     * and at the end of the closing auction; then waiting orders that were reached are entered.
     *
     * @return the shares traded in an auction
     */
    long change(int instrument, Phase phase, MarketListener listener) {
        Phase before = terms.phase(instrument);
        if (phase == before) {
            return 0;
        }
        boolean isAuctioned =
                phase == Phase.CONTINUOUS
                        || phase == Phase.CLOSED && before == Phase.CLOSING_AUCTION;
        long volume = isAuctioned ? auction.uncross(instrument, listener) : 0;
        terms.setPhase(instrument, phase);
        listener.phaseChanged(instrument, phase);
        desk.enterTriggered(instrument, listener);
        return volume;
    }

    void setBand(int instrument, Command.SetBand command, MarketListener listener) {
        long tick = state.instruments.tick(instrument);
        long reference = command.reference();
        int band = command.basisPoints();
        if (reference < 0 || reference % tick != 0) {
            outcome.reject(Reason.BAD_PRICE, tick);
        } else if (reference > Limits.PRICE_MAX) {
            outcome.reject(Reason.BAD_PRICE, Limits.PRICE_MAX);
        } else if (band < 0 || band > Limits.BAND_MAX || band > 0 && reference == 0) {
            outcome.reject(Reason.BAD_TERMS, Limits.BAND_MAX);
        } else {
            terms.setReference(instrument, reference);
            terms.setBand(instrument, band);
            state.reportTerms(instrument, listener);
            outcome.accept(0);
        }
    }

    /** Fees are part of what open buys reserved: they can change only while there are none. */
    void setFees(int instrument, Command.SetFees command, MarketListener listener) {
        int open = state.books.countOf(instrument);
        if (!isFee(command.maker()) || !isFee(command.taker())) {
            outcome.reject(Reason.BAD_TERMS, Limits.FEE_MAX);
        } else if (open > 0) {
            outcome.reject(Reason.ORDERS_OPEN, open);
        } else {
            terms.setFees(instrument, command.maker(), command.taker());
            state.reportTerms(instrument, listener);
            outcome.accept(0);
        }
    }

    private static boolean isFee(int basisPoints) {
        return basisPoints >= 0 && basisPoints <= Limits.FEE_MAX;
    }
}
