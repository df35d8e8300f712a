package outcry.cli.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcry.base.Money;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage.Answered;

/** Words and fields for the outcome of a command. */
final class CommandReplies {
    private CommandReplies() {}

    /** {@code inIssueMarketWords}: as Group 12's server says it. */
    static Reply of(Command command, boolean inIssueMarketWords, Answered answered) {
        Answer answer = answered.answer();
        if (!answer.isAccepted()) {
            return refused(answer, answered.message(), inIssueMarketWords);
        }
        JsonObject fields = new JsonObject();
        if (command instanceof Command.EnterOrder order) {
            String verb = order.side() == Side.BUY ? "bought " : "sold ";
            return entered(
                    verb,
                    order.type().isStop(),
                    order.quantity() - answer.filled() - answer.resting(),
                    answer,
                    fields);
        }
        if (command instanceof Command.AmendOrder) {
            return entered("traded ", false, answer.detail(), answer, fields);
        }
        fields.addProperty("index", answer.index());
        long detail = answer.detail();
        if (command instanceof Command.DepositCash deposit) {
            return cash("Deposited ", deposit.cents(), detail, fields);
        }
        if (command instanceof Command.WithdrawCash withdrawal) {
            return cash("Withdrawn ", withdrawal.cents(), detail, fields);
        }
        if (command instanceof Command.DepositShares deposit) {
            return shares("Deposited ", deposit.quantity(), deposit.instrument(), detail, fields);
        }
        if (command instanceof Command.WithdrawShares withdrawal) {
            return shares(
                    "Withdrawn ", withdrawal.quantity(), withdrawal.instrument(), detail, fields);
        }
        if (command instanceof Command.TakeFromPool take) {
            return pool(take.instrument(), detail, fields);
        }
        if (command instanceof Command.ReturnToPool back) {
            return pool(back.instrument(), detail, fields);
        }
        if (command instanceof Command.CancelOrder cancel) {
            fields.addProperty("order", cancel.orderId());
            return Reply.ok("Order " + cancel.orderId() + " cancelled.", fields);
        }
        if (command instanceof Command.CancelAll) {
            fields.addProperty("cancelled", detail);
            return Reply.ok(detail + (detail == 1 ? " order" : " orders") + " cancelled.", fields);
        }
        if (command instanceof Command.ListInstrument listing) {
            fields.addProperty("instrument", listing.instrument());
            return Reply.ok(listing.instrument() + " listed.", fields);
        }
        return operated(command, detail, fields);
    }

    private static Reply operated(Command command, long detail, JsonObject fields) {
        if (command instanceof Command.SetPhase set) {
            fields.addProperty("traded", detail);
            String which = set.instrument().isEmpty() ? "All" : set.instrument();
            String traded = detail == 0 ? "." : "; " + detail + " traded in the auction.";
            return Reply.ok(which + ": " + words(set.phase()) + traded, fields);
        }
        if (command instanceof Command.Round round) {
            fields.addProperty("round", detail);
            return Reply.ok("Round " + detail + ": " + words(round.action()) + ".", fields);
        }
        return Reply.ok("Done.", fields);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Reply refused(Answer answer, String explained, boolean inIssueMarketWords) {
        String reason = answer.reason().name();
        String message = explained.isEmpty() ? "the exchange refused it" : explained;
        JsonObject fields = new JsonObject();
        fields.addProperty("index", answer.index());
        String headline =
                (inIssueMarketWords ? "Transaction failed" : "Refused")
                        + ", "
                        + reason
                        + ": "
                        + message;
        return Reply.refused(reason, message, headline, fields);
    }

    private static Reply entered(
            String verb, boolean isStop, long cancelled, Answer answer, JsonObject fields) {
        fields.addProperty("order", answer.orderId());
        fields.addProperty("index", answer.index());
        fields.addProperty("filled", answer.filled());
        fields.addProperty("resting", answer.resting());
        JsonArray trades = new JsonArray();
        List<String> parts = new ArrayList<>();
        for (Fill fill : answer.fills()) {
            JsonObject trade = new JsonObject();
            trade.addProperty("price", Money.format(fill.price()));
            trade.addProperty("quantity", fill.quantity());
            trade.addProperty("trade", fill.tradeId());
            trades.add(trade);
            parts.add(fill.quantity() + " @ " + Money.format(fill.price()));
        }
        fields.add("trades", trades);
        List<String> outcome = new ArrayList<>();
        if (answer.filled() > 0) {
            outcome.add(verb + answer.filled() + " (" + String.join(", ", parts) + ")");
        }
        if (answer.resting() > 0) {
            outcome.add(answer.resting() + (isStop ? " waiting" : " resting"));
        }
        if (cancelled > 0) {
            outcome.add(cancelled + " cancelled");
        }
        return Reply.ok(
                "Order " + answer.orderId() + ": " + String.join(", ", outcome) + ".", fields);
    }

    private static Reply cash(String verb, long cents, long available, JsonObject fields) {
        fields.addProperty("available", Money.format(available));
        return Reply.ok(
                verb + Money.format(cents) + "; " + Money.format(available) + " available.",
                fields);
    }

    private static Reply shares(
            String verb, long quantity, String instrument, long available, JsonObject fields) {
        fields.addProperty("available", available);
        return Reply.ok(
                verb + quantity + " " + instrument + "; " + available + " available.", fields);
    }

    private static Reply pool(String instrument, long left, JsonObject fields) {
        fields.addProperty("message", "Transaction Successful.");
        fields.addProperty("instrument", instrument);
        fields.addProperty("pool", left);
        return Reply.ok(
                "Transaction Successful. " + left + " of " + instrument + " left in the pool.",
                fields);
    }
}
