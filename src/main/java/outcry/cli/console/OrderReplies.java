package outcry.cli.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import outcry.base.Money;
import outcry.cli.Words;
import outcry.market.OrderType;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage.OrderState;
import outcry.wire.trader.ServerMessage.OrderTerms;
import outcry.wire.trader.ServerMessage.Orders;

/** Words and fields for working orders; the words are those an order is typed with. */
final class OrderReplies {
    private OrderReplies() {}

    static Reply of(Orders orders) {
        JsonObject fields = new JsonObject();
        fields.addProperty("account", orders.account());
        fields.addProperty("index", orders.index());
        JsonArray array = new JsonArray();
        List<String> rows = new ArrayList<>();
        for (OrderState order : orders.orders()) {
            array.add(fields(order));
            rows.add(row(order));
        }
        fields.add("orders", array);
        String headline = rows.isEmpty() ? "No working orders." : "Working orders:";
        return Reply.ok(headline, rows, fields);
    }

    private static JsonObject fields(OrderState order) {
        OrderTerms terms = order.terms();
        JsonObject object = new JsonObject();
        object.addProperty("order", order.orderId());
        object.addProperty("instrument", order.instrument());
        object.addProperty("side", Words.word(order.side()));
        object.addProperty("type", Words.word(terms.type()));
        object.addProperty("price", terms.type().hasPrice() ? Money.format(order.price()) : null);
        object.addProperty("quantity", order.quantity());
        object.addProperty("open", order.open());
        object.addProperty("state", order.state());
        object.addProperty("timeInForce", Words.word(terms.timeInForce()));
        if (terms.stop() != 0) {
            object.addProperty("stop", Money.format(terms.stop()));
            object.addProperty("triggered", terms.triggered());
        }
        if (terms.display() != 0) {
            object.addProperty("show", terms.display());
        }
        if (terms.postOnly()) {
            object.addProperty("post", true);
        }
        return object;
    }

    private static String row(OrderState order) {
        OrderTerms terms = order.terms();
        StringBuilder row = new StringBuilder();
        row.append(order.orderId()).append(' ').append(Words.word(order.side()));
        row.append(' ').append(order.open()).append(" of ").append(order.quantity());
        row.append(' ').append(order.instrument());
        if (terms.type() != OrderType.STOP) {
            row.append(" @ ").append(Money.format(order.price()));
        }
        if (terms.stop() != 0) {
            row.append(terms.triggered() ? " triggered at " : " stop ");
            row.append(Money.format(terms.stop()));
        }
        if (terms.timeInForce() != TimeInForce.GTC) {
            row.append(' ').append(Words.word(terms.timeInForce()));
        }
        if (terms.display() != 0) {
            row.append(" show ").append(terms.display());
        }
        return row.append(terms.postOnly() ? " post" : "").toString();
    }
}
