package outcry.desktop.trader.ticket;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Sweep;
import outcry.desktop.trader.account.AccountModel;
import outcry.market.Side;

/** One side of the ticket: its button's words, what would happen, and why it cannot be sent. */
public final class TicketSide {
    /** A limit this much worse than the middle, in percent, is worth a warning. */
    private static final int FAR_PERCENT = 10;

    private final Side side;
    private final ReadOnlyStringWrapper label = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(false);

    TicketSide(Side side) {
        this.side = side;
    }

    void show(TicketDraft draft, String commonProblem, AccountModel account) {
        label.set(labelOf(draft));
        if (!draft.isComplete()) {
            preview.set("");
            warning.set("");
            problem.set(commonProblem);
            sendable.set(false);
            return;
        }
        Sweep sweep = sweep(draft);
        preview.set(previewOf(draft, sweep));
        warning.set(warningOf(draft));
        String own = problemOf(draft, account);
        problem.set(commonProblem.isEmpty() ? own : commonProblem);
        sendable.set(problem.get().isEmpty());
    }

    public Side side() {
        return side;
    }

    /** The whole order in words, "BUY 100 @ 10.00". */
    public ReadOnlyStringProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** What would happen now, "fills 100, avg 10.01, costs 1 001.00". */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why it cannot be sent, and what would help; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What makes one think twice; it can be sent all the same. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    private Sweep sweep(TicketDraft draft) {
        Depth depth = draft.depth();
        return side == Side.BUY
                ? Sweep.of(depth.asks(), true, draft.price(), draft.quantity())
                : Sweep.of(depth.bids(), false, draft.price(), draft.quantity());
    }

    private String labelOf(TicketDraft draft) {
        return side
                + (draft.quantity() == 0 ? "" : " " + Figures.count(draft.quantity()))
                + (draft.market()
                        ? " at market"
                        : draft.price() == 0 ? "" : " @ " + Figures.money(draft.price()));
    }

    private String previewOf(TicketDraft draft, Sweep sweep) {
        long rest = draft.quantity() - sweep.quantity();
        if (sweep.quantity() == 0) {
            return draft.market() ? "nobody to trade with now" : "rests in the book";
        }
        return "fills "
                + Figures.count(sweep.quantity())
                + " · avg "
                + Figures.money(sweep.average())
                + " · "
                + Figures.money(sweep.cost())
                + (rest == 0
                        ? ""
                        : (draft.market() ? " · rest cancelled " : " · rest ")
                                + Figures.count(rest));
    }

    private String warningOf(TicketDraft draft) {
        Depth depth = draft.depth();
        if (draft.market() || depth.spreadTicks() < 0) {
            return "";
        }
        long mid = (depth.bestBid() + depth.bestAsk()) / 2;
        long worse = side == Side.BUY ? draft.price() - mid : mid - draft.price();
        long percent = mid == 0 ? 0 : worse * 100 / mid;
        return percent < FAR_PERCENT
                ? ""
                : "The price is "
                        + percent
                        + " % worse than the middle, "
                        + Figures.money(mid)
                        + ".";
    }

    private String problemOf(TicketDraft draft, AccountModel account) {
        if (!account.isKnown()) {
            return "Your balances are not known yet.";
        }
        if (side == Side.SELL) {
            long shares = account.sharesAvailable(draft.depth().instrument());
            return shares >= draft.quantity()
                    ? ""
                    : "You have "
                            + Figures.count(shares)
                            + " "
                            + draft.depth().instrument()
                            + " free to sell.";
        }
        long cash = account.cashAvailableCents();
        if (draft.market()) {
            // A market order spends what there is and no more, so it cannot be too expensive.
            return cash == 0 ? "You have no free cash." : "";
        }
        long cost = Sweep.multiplyClamped(draft.price(), draft.quantity());
        return cash >= cost
                ? ""
                : "That may cost "
                        + Figures.money(cost)
                        + "; you have "
                        + Figures.money(cash)
                        + (cash == 0 ? ": deposit some under Cash and shares." : ".");
    }
}
