package outcry.desktop.trader.ticket;

import outcry.desktop.parts.Depth;

/**
 * An order as far as it is written.
 *
 * @param quantity in shares, 0 while it is not valid
 * @param price in cents, 0 while it is not valid and for a market order
 */
record TicketDraft(Depth depth, boolean market, long quantity, long price) {
    boolean isComplete() {
        return quantity > 0 && (market || price > 0);
    }
}
