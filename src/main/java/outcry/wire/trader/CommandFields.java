package outcry.wire.trader;

import java.util.List;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * The lines that carry a command: their type names it, and beside the command's own fields they
 * carry session, number and confirmed (G27).
 */
final class CommandFields {
    /** The types of lines that carry a command. */
    static final List<String> TYPES =
            List.of(
                    "order",
                    "cancel",
                    "cancel_all",
                    "amend",
                    "deposit",
                    "withdraw",
                    "deposit_shares",
                    "withdraw_shares",
                    "take",
                    "give_back",
                    "list",
                    "appoint",
                    "phase",
                    "band",
                    "fees",
                    "round",
                    "start_with",
                    "correct");

    /** In place of a price: any price, so that a forgotten price is never a market order. */
    private static final String MARKET = "market";

    private CommandFields() {}

    static JsonObject write(ClientMessage.Submit submit) {
        Command command = submit.command();
        if (command instanceof Command.EnterOrder c) {
            return order(submit, c);
        }
        if (command instanceof Command.CancelOrder c) {
            return begin("cancel", submit).number("order", c.orderId());
        }
        if (command instanceof Command.AmendOrder c) {
            JsonObject out = begin("amend", submit).number("order", c.orderId());
            if (c.price() != 0) {
                out.money("price", c.price());
            }
            return c.quantity() == 0 ? out : out.number("quantity", c.quantity());
        }
        if (command instanceof Command.CancelAll c) {
            JsonObject out = begin("cancel_all", submit);
            return c.instrument().isEmpty() ? out : out.text("instrument", c.instrument());
        }
        if (command instanceof Command.DepositCash c) {
            return begin("deposit", submit).money("amount", c.cents());
        }
        if (command instanceof Command.WithdrawCash c) {
            return begin("withdraw", submit).money("amount", c.cents());
        }
        if (command instanceof Command.DepositShares c) {
            return shares("deposit_shares", submit, c.instrument(), c.quantity());
        }
        if (command instanceof Command.WithdrawShares c) {
            return shares("withdraw_shares", submit, c.instrument(), c.quantity());
        }
        if (command instanceof Command.TakeFromPool c) {
            return shares("take", submit, c.instrument(), c.quantity());
        }
        if (command instanceof Command.ReturnToPool c) {
            return shares("give_back", submit, c.instrument(), c.quantity());
        }
        JsonObject out = OperatorFields.write(submit);
        if (out == null) {
            throw new IllegalArgumentException("accounts are opened by logging in to them");
        }
        return out;
    }

    /** Reads the command of a line whose type is one of {@link #TYPES}. */
    static Command read(String type, JsonFields in) {
        String account = in.text("account");
        return switch (type) {
            case "order" -> order(account, in);
            case "cancel" -> new Command.CancelOrder(account, in.number("order"));
            case "cancel_all" -> new Command.CancelAll(account, in.symbolOrNone("instrument"));
            case "deposit" -> new Command.DepositCash(account, in.money("amount"));
            case "withdraw" -> new Command.WithdrawCash(account, in.money("amount"));
            case "deposit_shares" ->
                    new Command.DepositShares(
                            account, in.text("instrument"), in.number("quantity"));
            case "withdraw_shares" ->
                    new Command.WithdrawShares(
                            account, in.text("instrument"), in.number("quantity"));
            case "take" ->
                    new Command.TakeFromPool(account, in.text("instrument"), in.number("quantity"));
            case "give_back" ->
                    new Command.ReturnToPool(account, in.text("instrument"), in.number("quantity"));
            case "amend" -> amendment(account, in);
            default -> OperatorFields.read(type, account, in);
        };
    }

    /** What is left out stays as it is; so a figure that is there cannot be 0. */
    private static Command.AmendOrder amendment(String account, JsonFields in) {
        long price = in.has("price") ? in.money("price") : 0;
        long quantity = in.numberOr("quantity", 0);
        if (in.has("price") && price == 0 || in.has("quantity") && quantity == 0) {
            String name = in.has("price") && price == 0 ? "price" : "quantity";
            throw new MalformedException(name + " must be above 0, or left out to stay as it is");
        }
        return new Command.AmendOrder(account, in.number("order"), price, quantity);
    }

    private static JsonObject order(ClientMessage.Submit submit, Command.EnterOrder c) {
        JsonObject out =
                begin("order", submit).text("instrument", c.instrument()).word("side", c.side());
        if (c.type().hasPrice()) {
            out.money("price", c.price());
        } else {
            out.text("price", MARKET);
        }
        out.number("quantity", c.quantity()).word("timeInForce", c.timeInForce());
        if (c.type().isStop()) {
            out.money("stop", c.stop());
        }
        if (c.display() != 0) {
            out.number("display", c.display());
        }
        return c.postOnly() ? out.bool("postOnly", true) : out;
    }

    private static Command.EnterOrder order(String account, JsonFields in) {
        boolean market = in.isText("price", MARKET);
        boolean waits = in.has("stop");
        OrderType type = market ? OrderType.MARKET : OrderType.LIMIT;
        if (waits) {
            type = market ? OrderType.STOP : OrderType.STOP_LIMIT;
        }
        TimeInForce usual = type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC;
        return new Command.EnterOrder(
                account,
                in.text("instrument"),
                in.oneOf("side", Side.class),
                type,
                in.has("timeInForce") ? in.oneOf("timeInForce", TimeInForce.class) : usual,
                market ? 0 : in.money("price"),
                in.number("quantity"),
                waits ? in.money("stop") : 0,
                in.numberOr("display", 0),
                in.has("postOnly") && in.bool("postOnly"));
    }

    static JsonObject shares(
            String type, ClientMessage.Submit submit, String instrument, long quantity) {
        return begin(type, submit).text("instrument", instrument).number("quantity", quantity);
    }

    static JsonObject begin(String type, ClientMessage.Submit submit) {
        return JsonObject.ofType(type)
                .id("session", submit.session())
                .number("number", submit.number())
                .number("confirmed", submit.confirmed())
                .text("account", submit.command().account());
    }
}
