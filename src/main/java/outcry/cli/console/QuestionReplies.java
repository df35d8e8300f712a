package outcry.cli.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import outcry.base.Money;
import outcry.cli.Words;
import outcry.cli.console.Input.Question;
import outcry.market.Role;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Book;
import outcry.wire.trader.ServerMessage.Holding;
import outcry.wire.trader.ServerMessage.Instruments;
import outcry.wire.trader.ServerMessage.Member;
import outcry.wire.trader.ServerMessage.Members;
import outcry.wire.trader.ServerMessage.Orders;
import outcry.wire.trader.ServerMessage.PriceLevel;
import outcry.wire.trader.ServerMessage.Problem;
import outcry.wire.trader.ServerMessage.Trade;
import outcry.wire.trader.ServerMessage.Trades;

/** Words and fields for the answer to a question. */
final class QuestionReplies {
    private QuestionReplies() {}

    static Reply of(Question question, ServerMessage answer) {
        if (answer instanceof AccountState state) {
            return question == Question.HOLDINGS ? holdings(state) : account(state);
        }
        if (answer instanceof Members members) {
            return question == Question.LEADER ? leader(members) : members(members);
        }
        if (answer instanceof Orders orders) {
            return OrderReplies.of(orders);
        }
        if (answer instanceof Book book) {
            return book(book);
        }
        if (answer instanceof Trades trades) {
            return trades(trades);
        }
        if (answer instanceof Instruments instruments) {
            return MarketReplies.of(instruments);
        }
        if (answer instanceof Problem problem) {
            return Reply.refused("PROBLEM", problem.message());
        }
        return Reply.refused("PROBLEM", "the node gave an answer to something else: " + answer);
    }

    private static Reply account(AccountState state) {
        JsonObject fields = new JsonObject();
        fields.addProperty("account", state.account());
        fields.addProperty("index", state.index());
        JsonObject cash = new JsonObject();
        cash.addProperty("available", Money.format(state.cashAvailable()));
        cash.addProperty("reserved", Money.format(state.cashReserved()));
        fields.add("cash", cash);
        fields.add("shares", shares(state));
        fields.addProperty("role", Words.word(state.role()));
        List<String> rows = new ArrayList<>();
        rows.add(
                "cash "
                        + Money.format(state.cashAvailable())
                        + reserved(state.cashReserved(), Money.format(state.cashReserved())));
        for (Holding holding : state.holdings()) {
            rows.add(
                    holding.instrument()
                            + " "
                            + holding.available()
                            + reserved(holding.reserved(), "" + holding.reserved()));
        }
        String operator = state.role() == Role.OPERATOR ? ", an operator:" : ":";
        return Reply.ok("Account " + state.account() + operator, rows, fields);
    }

    /** Group 12's inquiry: what is held of A and of B, also when nothing is. */
    private static Reply holdings(AccountState state) {
        JsonObject fields = new JsonObject();
        fields.addProperty("account", state.account());
        fields.addProperty("index", state.index());
        fields.add("shares", shares(state));
        List<String> parts = new ArrayList<>();
        for (String instrument : List.of("A", "B")) {
            long held = 0;
            for (Holding holding : state.holdings()) {
                held += holding.instrument().equals(instrument) ? total(holding) : 0;
            }
            parts.add(instrument + " " + held);
        }
        for (Holding holding : state.holdings()) {
            if (!List.of("A", "B").contains(holding.instrument())) {
                parts.add(holding.instrument() + " " + total(holding));
            }
        }
        return Reply.ok(state.account() + " holds " + String.join(", ", parts) + ".", fields);
    }

    private static long total(Holding holding) {
        return holding.available() + holding.reserved();
    }

    private static JsonObject shares(AccountState state) {
        JsonObject shares = new JsonObject();
        for (Holding holding : state.holdings()) {
            JsonObject split = new JsonObject();
            split.addProperty("available", holding.available());
            split.addProperty("reserved", holding.reserved());
            shares.add(holding.instrument(), split);
        }
        return shares;
    }

    private static String reserved(long amount, String text) {
        return amount == 0 ? "" : " (" + text + " more reserved by orders)";
    }

    private static Reply leader(Members members) {
        JsonObject fields = new JsonObject();
        fields.addProperty("leader", members.leader());
        fields.addProperty("term", members.term());
        String text =
                members.leader().isEmpty()
                        ? "No leader at the moment. " + members.explanation()
                        : members.leader() + " leads in term " + members.term() + ".";
        return Reply.ok(text.strip(), fields);
    }

    private static Reply members(Members members) {
        JsonObject fields = new JsonObject();
        fields.addProperty("group", members.group());
        fields.addProperty("view", members.view());
        fields.addProperty("leader", members.leader());
        fields.addProperty("term", members.term());
        JsonArray array = new JsonArray();
        List<String> rows = new ArrayList<>();
        for (Member member : members.members()) {
            JsonObject object = new JsonObject();
            object.addProperty("name", member.name());
            object.addProperty("id", Words.id(member.nodeId()));
            object.addProperty("role", member.role());
            object.addProperty("state", member.state());
            object.addProperty("reason", member.reason());
            object.addProperty("address", member.address());
            array.add(object);
            rows.add(
                    member.name()
                            + " "
                            + member.role()
                            + ", "
                            + member.state()
                            + (member.reason().isEmpty() ? "" : " (" + member.reason() + ")"));
        }
        fields.add("members", array);
        return Reply.ok("View " + members.view() + ":", rows, fields);
    }

    private static Reply book(Book book) {
        JsonObject fields = new JsonObject();
        fields.addProperty("instrument", book.instrument());
        fields.addProperty("index", book.index());
        fields.add("bids", levels(book.bids()));
        fields.add("asks", levels(book.asks()));
        List<String> rows = new ArrayList<>();
        for (PriceLevel level : book.bids()) {
            rows.add("bid " + text(level));
        }
        for (PriceLevel level : book.asks()) {
            rows.add("ask " + text(level));
        }
        String headline =
                rows.isEmpty()
                        ? "No orders rest in " + book.instrument() + "."
                        : "Book of " + book.instrument() + ", best first:";
        return Reply.ok(headline, rows, fields);
    }

    private static JsonArray levels(List<PriceLevel> levels) {
        JsonArray array = new JsonArray();
        for (PriceLevel level : levels) {
            JsonArray triple = new JsonArray();
            triple.add(Money.format(level.price()));
            triple.add(level.quantity());
            triple.add(level.orders());
            array.add(triple);
        }
        return array;
    }

    private static String text(PriceLevel level) {
        String orders = level.orders() == 1 ? " order)" : " orders)";
        return level.quantity()
                + " @ "
                + Money.format(level.price())
                + " ("
                + level.orders()
                + orders;
    }

    private static Reply trades(Trades trades) {
        JsonObject fields = new JsonObject();
        fields.addProperty("instrument", trades.instrument());
        JsonArray array = new JsonArray();
        List<String> rows = new ArrayList<>();
        for (Trade trade : trades.trades()) {
            JsonObject object = new JsonObject();
            object.addProperty("price", Money.format(trade.price()));
            object.addProperty("quantity", trade.quantity());
            object.addProperty("trade", trade.tradeId());
            object.addProperty("aggressor", Words.word(trade.aggressor()));
            object.addProperty("index", trade.index());
            object.addProperty("time", time(trade.timestampNanos()));
            array.add(object);
            rows.add(
                    time(trade.timestampNanos())
                            + " "
                            + trade.quantity()
                            + " @ "
                            + Money.format(trade.price()));
        }
        fields.add("trades", array);
        String headline =
                rows.isEmpty()
                        ? "No trades in " + trades.instrument() + " yet."
                        : "Trades in " + trades.instrument() + ", oldest first:";
        return Reply.ok(headline, rows, fields);
    }

    private static String time(long nanosSince1970) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Instant.ofEpochSecond(
                        Math.floorDiv(nanosSince1970, second),
                        Math.floorMod(nanosSince1970, second))
                .toString();
    }
}
