package outcry.desktop.trader.ticket;

import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Sweep;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * An order as far as it is written, and the market it is for. Figures are 0 while they are not
 * valid, and where they do not apply.
 *
 * @param quantity in shares
 * @param price in cents
 * @param stop in cents
 * @param display shares shown at a time, 0 for all
 */
record TicketDraft(
        Depth depth,
        ServerMessage.Instrument instrument,
        OrderType type,
        TimeInForce timeInForce,
        long quantity,
        long price,
        long stop,
        long display,
        boolean postOnly) {

    private static final long WHOLE = 10_000;

    boolean isComplete() {
        return quantity > 0 && (!type.hasPrice() || price > 0) && (!type.isStop() || stop > 0);
    }

    /** Whether it enters the book at once, as far as its type goes. */
    boolean isImmediate() {
        return !type.isStop();
    }

    /** What it would meet now if it were entered at once. */
    Sweep sweep(Side side) {
        return side == Side.BUY
                ? Sweep.of(depth.asks(), true, price, quantity)
                : Sweep.of(depth.bids(), false, price, quantity);
    }

    /** The fee for trading so many cents' worth at once. */
    long takerFee(long cents) {
        return share(cents, instrument.terms().takerFee());
    }

    /** What a buy costs at most, as it is reserved: at its price, the higher fee included. */
    long worstCost() {
        long value = Sweep.multiplyClamped(price, quantity);
        int fee = Math.max(instrument.terms().makerFee(), instrument.terms().takerFee());
        return Sweep.addClamped(value, share(value, fee));
    }

    /** Whether the last trade has reached its stop price already. */
    boolean isReached(Side side) {
        long last = instrument.last();
        return type.isStop() && last != 0 && (side == Side.BUY ? last >= stop : last <= stop);
    }

    Command.EnterOrder order(String account, Side side) {
        return new Command.EnterOrder(
                account,
                depth.instrument(),
                side,
                type,
                timeInForce,
                price,
                quantity,
                stop,
                display,
                postOnly);
    }

    private static long share(long cents, int basisPoints) {
        return cents / WHOLE * basisPoints + cents % WHOLE * basisPoints / WHOLE;
    }
}
