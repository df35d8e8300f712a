package outcry.desktop.trader.desk;

import java.util.Locale;
import outcry.desktop.parts.Figures;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.wire.trader.ServerMessage;

/** Commands and their outcomes in words. */
public final class Words {
    private Words() {}

    /** Why a command was refused: the exchange's own sentence, or else the rule's name. */
    public static String refusal(ServerMessage.Answered answer) {
        return answer.message().isBlank() ? name(answer.answer().reason()) : answer.message();
    }

    /** A rule's name as words, "insufficient cash". */
    public static String name(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "1 order", "2 orders". */
    public static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** A command and what became of it, as a sentence without its end. */
    public static String outcome(Command command, ServerMessage.Answered answered) {
        Answer answer = answered.answer();
        String what = of(command);
        if (!answer.isAccepted()) {
            return what + " – refused: " + refusal(answered);
        }
        if (answer.filled() > 0) {
            return what + " – " + Figures.count(answer.filled()) + " filled" + at(answer);
        }
        return what + (answer.resting() > 0 ? " – resting" : " – done") + at(answer);
    }

    /** A command in words, "BUY 100 ACME @ 10.00". */
    public static String of(Command command) {
        if (command instanceof Command.EnterOrder order) {
            return order.side()
                    + " "
                    + Figures.count(order.quantity())
                    + " "
                    + order.instrument()
                    + (order.price() == 0 ? " at market" : " @ " + Figures.money(order.price()));
        } else if (command instanceof Command.DepositCash deposit) {
            return "Deposit of " + Figures.money(deposit.cents());
        } else if (command instanceof Command.WithdrawCash withdrawal) {
            return "Withdrawal of " + Figures.money(withdrawal.cents());
        } else if (command instanceof Command.DepositShares deposit) {
            return "Deposit of " + shares(deposit.quantity(), deposit.instrument());
        } else if (command instanceof Command.WithdrawShares withdrawal) {
            return "Withdrawal of " + shares(withdrawal.quantity(), withdrawal.instrument());
        } else if (command instanceof Command.TakeFromPool take) {
            return "Taking " + shares(take.quantity(), take.instrument()) + " from the pool";
        } else if (command instanceof Command.ReturnToPool giving) {
            return "Returning " + shares(giving.quantity(), giving.instrument()) + " to the pool";
        } else if (command instanceof Command.CancelOrder cancel) {
            return "Cancel of order " + cancel.orderId();
        } else if (command instanceof Command.AmendOrder amend) {
            return "Amendment of order " + amend.orderId();
        } else if (command instanceof Command.CancelAll all) {
            return "Cancel all" + (all.instrument().isEmpty() ? "" : " in " + all.instrument());
        }
        return command.getClass().getSimpleName();
    }

    private static String shares(long quantity, String instrument) {
        return Figures.count(quantity) + " " + instrument;
    }

    private static String at(Answer answer) {
        return " (seq " + Figures.count(answer.index()) + ")";
    }
}
