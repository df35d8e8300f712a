package outcry.desktop.trader.ticket;

import java.util.List;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.desktop.trader.desk.Words;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** What a draft would do now, in words. */
final class Outlook {
    /** A limit this much worse than the middle, in percent, is worth a warning. */
    private static final int FAR_PERCENT = 10;

    private final TicketDraft draft;
    private final Side side;
    private final Sweep sweep;

    Outlook(TicketDraft draft, Side side) {
        this.draft = draft;
        this.side = side;
        this.sweep = draft.sweep(side);
    }

    /** What would happen, "fills 100 · avg 10.01 · 1 001.00 · fee 0.25". */
    String preview() {
        if (draft.type().isStop()) {
            return draft.isReached(side) ? "" : waits();
        }
        if (draft.instrument().phase().collects()) {
            return "joins the auction; " + Words.indication(draft.instrument());
        }
        if (sweep.quantity() == 0) {
            return draft.type() == OrderType.MARKET
                    ? "nobody to trade with now"
                    : draft.timeInForce().mayStay()
                            ? "rests in the book" + shown()
                            : "finds nothing now: it would be cancelled";
        }
        long rest = draft.quantity() - sweep.quantity();
        if (rest > 0 && draft.timeInForce() == TimeInForce.FOK) {
            return "only "
                    + Figures.count(sweep.quantity())
                    + " can fill now: it would be cancelled";
        }
        return "fills "
                + Figures.count(sweep.quantity())
                + " · avg "
                + Figures.money(sweep.average())
                + " · "
                + Figures.money(sweep.cost())
                + fee()
                + rest(rest);
    }

    /** What makes one think twice, or nothing. */
    String warning() {
        if (draft.isReached(side)) {
            return "The last trade, "
                    + Figures.money(draft.instrument().last())
                    + ", has reached this stop: it is entered at once.";
        }
        if (!draft.isImmediate() || draft.instrument().phase() != Phase.CONTINUOUS) {
            return "";
        }
        long own = ownInTheWay();
        if (own != 0) {
            return "Your own order at "
                    + Figures.money(own)
                    + " is in the way: what is left is cancelled there.";
        }
        return farWarning();
    }

    private String waits() {
        boolean buys = side == Side.BUY;
        return "waits for a trade at "
                + Figures.money(draft.stop())
                + (buys ? " or above, then " : " or below, then ")
                + (draft.type() == OrderType.STOP_LIMIT
                        ? "a limit order"
                        : buys ? "buys at any price" : "sells at any price");
    }

    private String fee() {
        long fee = draft.takerFee(sweep.cost());
        return fee == 0 ? "" : " · fee " + Figures.money(fee);
    }

    private String rest(long rest) {
        if (rest == 0) {
            return "";
        }
        boolean stays = draft.type() != OrderType.MARKET && draft.timeInForce().mayStay();
        return (stays ? " · rest " : " · rest cancelled ")
                + Figures.count(rest)
                + (stays ? shown() : "");
    }

    private String shown() {
        return draft.display() == 0 ? "" : ", shows " + Figures.count(draft.display());
    }

    /** The price of an own order that would be met, 0 when there is none. */
    private long ownInTheWay() {
        List<Depth.Level> met = side == Side.BUY ? draft.depth().asks() : draft.depth().bids();
        return met.stream()
                .limit(sweep.levels())
                .filter(level -> level.own() > 0)
                .mapToLong(Depth.Level::price)
                .findFirst()
                .orElse(0);
    }

    private String farWarning() {
        Depth depth = draft.depth();
        if (!draft.type().hasPrice() || depth.spreadTicks() < 0) {
            return "";
        }
        long mid = (depth.bestBid() + depth.bestAsk()) / 2;
        long worse = side == Side.BUY ? draft.price() - mid : mid - draft.price();
        long percent = mid == 0 ? 0 : Sweep.multiplyClamped(Math.max(0, worse), 100) / mid;
        return percent < FAR_PERCENT
                ? ""
                : "The price is "
                        + percent
                        + " % worse than the middle, "
                        + Figures.money(mid)
                        + ".";
    }
}
