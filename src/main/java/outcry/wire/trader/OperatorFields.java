package outcry.wire.trader;

import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;

/** The lines that carry what an operator does. Without an instrument they mean all, or cash. */
final class OperatorFields {
    private OperatorFields() {}

    /** Null when the command is none of these. */
    static JsonObject write(ClientMessage.Submit submit) {
        Command command = submit.command();
        if (command instanceof Command.ListInstrument c) {
            return CommandFields.begin("list", submit)
                    .text("instrument", c.instrument())
                    .text("name", c.name())
                    .money("tick", c.tick())
                    .number("lot", c.lot())
                    .number("pool", c.pool());
        }
        if (command instanceof Command.Appoint c) {
            return CommandFields.begin("appoint", submit)
                    .text("trader", c.trader())
                    .word("role", c.role());
        }
        if (command instanceof Command.SetPhase c) {
            return instrument(CommandFields.begin("phase", submit), c.instrument())
                    .word("phase", c.phase());
        }
        if (command instanceof Command.SetBand c) {
            return CommandFields.begin("band", submit)
                    .text("instrument", c.instrument())
                    .money("reference", c.reference())
                    .number("basisPoints", c.basisPoints());
        }
        if (command instanceof Command.SetFees c) {
            return CommandFields.begin("fees", submit)
                    .text("instrument", c.instrument())
                    .number("maker", c.maker())
                    .number("taker", c.taker());
        }
        if (command instanceof Command.Round c) {
            return CommandFields.begin("round", submit).word("action", c.action());
        }
        if (command instanceof Command.SetStart c) {
            return amount(CommandFields.begin("start_with", submit), c.instrument(), c.amount());
        }
        if (command instanceof Command.Correct c) {
            JsonObject out = CommandFields.begin("correct", submit).text("trader", c.trader());
            return amount(out, c.instrument(), c.amount()).text("why", c.why());
        }
        return null;
    }

    static Command read(String type, String account, JsonFields in) {
        String instrument = in.symbolOrNone("instrument");
        return switch (type) {
            case "list" ->
                    new Command.ListInstrument(
                            account,
                            in.text("instrument"),
                            in.text("name"),
                            in.money("tick"),
                            in.number("lot"),
                            in.number("pool"));
            case "appoint" ->
                    new Command.Appoint(account, in.text("trader"), in.oneOf("role", Role.class));
            case "phase" ->
                    new Command.SetPhase(account, instrument, in.oneOf("phase", Phase.class));
            case "band" ->
                    new Command.SetBand(
                            account,
                            in.text("instrument"),
                            in.money("reference"),
                            in.smallNumber("basisPoints"));
            case "fees" ->
                    new Command.SetFees(
                            account,
                            in.text("instrument"),
                            in.smallNumber("maker"),
                            in.smallNumber("taker"));
            case "round" -> new Command.Round(account, in.oneOf("action", RoundAction.class));
            case "start_with" -> new Command.SetStart(account, instrument, amount(instrument, in));
            case "correct" ->
                    new Command.Correct(
                            account,
                            in.text("trader"),
                            instrument,
                            amount(instrument, in),
                            in.text("why"));
            default -> throw new IllegalStateException("not a command's type: " + type);
        };
    }

    private static JsonObject instrument(JsonObject out, String instrument) {
        return instrument.isEmpty() ? out : out.text("instrument", instrument);
    }

    private static JsonObject amount(JsonObject out, String instrument, long amount) {
        return instrument.isEmpty()
                ? out.money("amount", amount)
                : out.text("instrument", instrument).number("quantity", amount);
    }

    private static long amount(String instrument, JsonFields in) {
        boolean isCash = instrument.isEmpty();
        if (in.has(isCash ? "quantity" : "amount")) {
            throw new MalformedException(
                    "instrument and quantity are for shares, amount alone is for cash");
        }
        return isCash ? in.money("amount") : in.number("quantity");
    }
}
