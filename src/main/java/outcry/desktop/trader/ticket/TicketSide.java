package outcry.desktop.trader.ticket;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.desktop.parts.Depth;
import outcry.desktop.parts.Figures;
import outcry.desktop.trader.account.AccountModel;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Side;

/** One side of the ticket: its button's words, what would happen, and why it cannot be sent. */
public final class TicketSide {
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
        Outlook outlook = new Outlook(draft, side);
        preview.set(outlook.preview());
        warning.set(outlook.warning());
        problem.set(commonProblem.isEmpty() ? problemOf(draft, account) : commonProblem);
        sendable.set(problem.get().isEmpty());
    }

    public Side side() {
        return side;
    }

    /** The whole order in words, "BUY 100 @ 10.00". */
    public ReadOnlyStringProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** What would happen now, "fills 100 · avg 10.01 · 1 001.00". */
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

    private String labelOf(TicketDraft draft) {
        String price =
                draft.type() == OrderType.MARKET
                        ? " at market"
                        : draft.price() == 0 ? "" : " @ " + Figures.money(draft.price());
        return side
                + (draft.quantity() == 0 ? "" : " " + Figures.count(draft.quantity()))
                + price
                + (draft.stop() == 0 ? "" : " stop " + Figures.money(draft.stop()));
    }

    private String problemOf(TicketDraft draft, AccountModel account) {
        if (!account.isKnown()) {
            return "Your balances are not known yet.";
        }
        String means =
                side == Side.SELL ? lackOfShares(draft, account) : lackOfCash(draft, account);
        return means.isEmpty() ? postOnlyProblem(draft) : means;
    }

    private static String lackOfShares(TicketDraft draft, AccountModel account) {
        long shares = account.sharesAvailable(draft.depth().instrument());
        return shares >= draft.quantity()
                ? ""
                : "You have "
                        + Figures.count(shares)
                        + " "
                        + draft.depth().instrument()
                        + " free to sell.";
    }

    private static String lackOfCash(TicketDraft draft, AccountModel account) {
        long cash = account.cashAvailableCents();
        if (draft.type() == OrderType.STOP) {
            return ""; // It reserves nothing: what there is when it is triggered is spent.
        }
        if (draft.type() == OrderType.MARKET) {
            // A market order spends what there is and no more, so it cannot be too expensive.
            return cash == 0 ? "You have no free cash." : "";
        }
        long cost = draft.worstCost();
        return cash >= cost
                ? ""
                : "That may cost "
                        + Figures.money(cost)
                        + "; you have "
                        + Figures.money(cash)
                        + (cash == 0 ? ": deposit some under Cash and shares." : ".");
    }

    private String postOnlyProblem(TicketDraft draft) {
        Depth depth = draft.depth();
        boolean isTold =
                draft.postOnly()
                        && draft.instrument().phase() == Phase.CONTINUOUS
                        && draft.sweep(side).quantity() > 0;
        return isTold
                ? "Post-only: it would trade at once, with "
                        + (side == Side.BUY
                                ? "the ask at " + Figures.money(depth.bestAsk())
                                : "the bid at " + Figures.money(depth.bestBid()))
                        + "."
                : "";
    }
}
