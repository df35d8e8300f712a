package outcry.wire.trader;

import java.util.List;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage.Book;
import outcry.wire.trader.ServerMessage.Indication;
import outcry.wire.trader.ServerMessage.Instrument;
import outcry.wire.trader.ServerMessage.InstrumentTerms;
import outcry.wire.trader.ServerMessage.Instruments;
import outcry.wire.trader.ServerMessage.Level;
import outcry.wire.trader.ServerMessage.OrderState;
import outcry.wire.trader.ServerMessage.OrderTerms;
import outcry.wire.trader.ServerMessage.Orders;
import outcry.wire.trader.ServerMessage.OwnFill;
import outcry.wire.trader.ServerMessage.PriceLevel;
import outcry.wire.trader.ServerMessage.Round;
import outcry.wire.trader.ServerMessage.Trade;
import outcry.wire.trader.ServerMessage.Trades;

/** The lines that tell of orders, books, trades and instruments. */
final class FeedCodec {
    private FeedCodec() {}

    static String encode(ServerMessage message) {
        if (message instanceof Level m) {
            return level(m);
        }
        if (message instanceof Trades m) {
            return JsonObject.ofType("trades")
                    .number("id", m.id())
                    .text("instrument", m.instrument())
                    .objects("trades", m.trades(), FeedCodec::writeTrade)
                    .end();
        }
        if (message instanceof OrderState m) {
            JsonObject out = JsonObject.ofType("order");
            writeOrder(out, m);
            return out.end();
        }
        if (message instanceof OwnFill m) {
            return fill(m);
        }
        if (message instanceof Book m) {
            return JsonObject.ofType("book")
                    .number("id", m.id())
                    .text("instrument", m.instrument())
                    .number("index", m.index())
                    .levels("bids", m.bids())
                    .levels("asks", m.asks())
                    .id("checksum", m.checksum())
                    .end();
        }
        if (message instanceof Orders m) {
            return JsonObject.ofType("orders")
                    .number("id", m.id())
                    .text("account", m.account())
                    .number("index", m.index())
                    .objects("orders", m.orders(), FeedCodec::writeOrder)
                    .end();
        }
        if (message instanceof Instruments m) {
            return JsonObject.ofType("instruments")
                    .number("id", m.id())
                    .number("index", m.index())
                    .number("round", m.round().number())
                    .word("roundState", m.round().state())
                    .objects("instruments", m.instruments(), FeedCodec::writeInstrument)
                    .end();
        }
        throw new IllegalStateException("a message without a layout: " + message.getClass());
    }

    /** Null for a type nobody knows. */
    static ServerMessage decode(String type, JsonFields in) {
        return switch (type) {
            case "level" -> level(in);
            case "trades" ->
                    new Trades(
                            in.number("id"),
                            in.text("instrument"),
                            in.objects("trades").stream().map(FeedCodec::trade).toList());
            case "order" -> order(in);
            case "fill" -> fill(in);
            case "book" ->
                    new Book(
                            in.number("id"),
                            in.text("instrument"),
                            in.number("index"),
                            levels(in.tuples("bids")),
                            levels(in.tuples("asks")),
                            in.id("checksum"));
            case "orders" ->
                    new Orders(
                            in.number("id"),
                            in.text("account"),
                            in.number("index"),
                            in.objects("orders").stream().map(FeedCodec::order).toList());
            case "instruments" ->
                    new Instruments(
                            in.number("id"),
                            in.number("index"),
                            in.objects("instruments").stream().map(FeedCodec::instrument).toList(),
                            in.has("round")
                                    ? new Round(
                                            in.number("round"),
                                            in.oneOf("roundState", RoundState.class))
                                    : Round.NONE);
            default -> null;
        };
    }

    private static String level(Level m) {
        JsonObject out =
                JsonObject.ofType("level")
                        .text("instrument", m.instrument())
                        .number("index", m.index())
                        .word("side", m.side())
                        .money("price", m.price())
                        .number("quantity", m.quantity())
                        .number("orders", m.orders());
        return (m.checksum() == 0 ? out : out.id("checksum", m.checksum())).end();
    }

    private static Level level(JsonFields in) {
        return new Level(
                in.text("instrument"),
                in.number("index"),
                in.oneOf("side", Side.class),
                in.money("price"),
                in.number("quantity"),
                in.smallNumber("orders"),
                in.has("checksum") ? in.id("checksum") : 0);
    }

    private static List<PriceLevel> levels(List<JsonFields> tuples) {
        return tuples.stream()
                .map(
                        tuple ->
                                new PriceLevel(
                                        tuple.money("0"),
                                        tuple.number("1"),
                                        tuple.smallNumber("2")))
                .toList();
    }

    private static void writeTrade(JsonObject out, Trade trade) {
        out.text("instrument", trade.instrument())
                .number("trade", trade.tradeId())
                .money("price", trade.price())
                .number("quantity", trade.quantity())
                .word("aggressor", trade.aggressor())
                .number("index", trade.index())
                .longText("time", trade.timestampNanos());
    }

    private static Trade trade(JsonFields in) {
        return new Trade(
                in.text("instrument"),
                in.number("trade"),
                in.money("price"),
                in.number("quantity"),
                in.oneOf("aggressor", Side.class),
                in.number("index"),
                in.longText("time"));
    }

    private static void writeOrder(JsonObject out, OrderState order) {
        out.number("order", order.orderId())
                .text("account", order.account())
                .text("instrument", order.instrument())
                .word("side", order.side())
                .money("price", order.price())
                .number("quantity", order.quantity())
                .number("open", order.open())
                .text("state", order.state())
                .text("reason", order.reason())
                .number("index", order.index())
                .longText("time", order.timestampNanos());
        writeTerms(out, order.terms());
    }

    private static void writeTerms(JsonObject out, OrderTerms terms) {
        out.word("orderType", terms.type()).word("timeInForce", terms.timeInForce());
        if (terms.stop() != 0) {
            out.money("stop", terms.stop()).bool("triggered", terms.triggered());
        }
        if (terms.display() != 0) {
            out.number("display", terms.display());
        }
        if (terms.postOnly()) {
            out.bool("postOnly", true);
        }
    }

    private static OrderTerms terms(JsonFields in) {
        if (!in.has("orderType")) {
            return OrderTerms.PLAIN; // A door before terms were told.
        }
        long stop = in.has("stop") ? in.money("stop") : 0;
        return new OrderTerms(
                in.oneOf("orderType", OrderType.class),
                in.oneOf("timeInForce", TimeInForce.class),
                stop,
                stop != 0 && in.bool("triggered"),
                in.numberOr("display", 0),
                in.has("postOnly") && in.bool("postOnly"));
    }

    private static OrderState order(JsonFields in) {
        return new OrderState(
                in.number("order"),
                in.text("account"),
                in.text("instrument"),
                in.oneOf("side", Side.class),
                in.money("price"),
                in.number("quantity"),
                in.number("open"),
                in.text("state"),
                in.text("reason"),
                in.number("index"),
                in.longText("time"),
                terms(in));
    }

    private static String fill(OwnFill m) {
        return JsonObject.ofType("fill")
                .text("account", m.account())
                .text("instrument", m.instrument())
                .number("order", m.orderId())
                .number("trade", m.tradeId())
                .word("side", m.side())
                .money("price", m.price())
                .number("quantity", m.quantity())
                .bool("maker", m.maker())
                .number("index", m.index())
                .longText("time", m.timestampNanos())
                .money("fee", m.fee())
                .end();
    }

    private static OwnFill fill(JsonFields in) {
        return new OwnFill(
                in.text("account"),
                in.text("instrument"),
                in.number("order"),
                in.number("trade"),
                in.oneOf("side", Side.class),
                in.money("price"),
                in.number("quantity"),
                in.bool("maker"),
                in.number("index"),
                in.longText("time"),
                in.has("fee") ? in.money("fee") : 0);
    }

    private static void writeInstrument(JsonObject out, Instrument instrument) {
        InstrumentTerms terms = instrument.terms();
        out.text("symbol", instrument.symbol())
                .text("name", instrument.name())
                .money("tick", instrument.tick())
                .number("lot", instrument.lot())
                .number("pool", instrument.pool())
                .money("last", instrument.last())
                .number("volume", instrument.volume())
                .money("bestBid", instrument.bestBid())
                .money("bestAsk", instrument.bestAsk())
                .word("phase", instrument.phase())
                .money("reference", terms.reference())
                .number("band", terms.band())
                .number("makerFee", terms.makerFee())
                .number("takerFee", terms.takerFee());
        if (instrument.phase().collects()) {
            out.money("indicativePrice", instrument.indication().price())
                    .number("indicativeVolume", instrument.indication().volume());
        }
    }

    private static Instrument instrument(JsonFields in) {
        boolean hasTerms = in.has("reference");
        Phase phase = in.has("phase") ? in.oneOf("phase", Phase.class) : Phase.CONTINUOUS;
        return new Instrument(
                in.text("symbol"),
                in.text("name"),
                in.money("tick"),
                in.number("lot"),
                in.number("pool"),
                in.money("last"),
                in.number("volume"),
                in.money("bestBid"),
                in.money("bestAsk"),
                phase,
                hasTerms
                        ? new InstrumentTerms(
                                in.money("reference"),
                                in.smallNumber("band"),
                                in.smallNumber("makerFee"),
                                in.smallNumber("takerFee"))
                        : InstrumentTerms.NONE,
                phase.collects() && in.has("indicativePrice")
                        ? new Indication(in.money("indicativePrice"), in.number("indicativeVolume"))
                        : Indication.NONE);
    }
}
