package outcry.cli.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcry.base.Money;
import outcry.cli.Words;
import outcry.market.Phase;
import outcry.market.RoundState;
import outcry.wire.trader.ServerMessage.Instrument;
import outcry.wire.trader.ServerMessage.InstrumentTerms;
import outcry.wire.trader.ServerMessage.Instruments;

/** Words and fields for what is listed, what it costs and in which phase it is. */
final class MarketReplies {
    private MarketReplies() {}

    static Reply of(Instruments instruments) {
        JsonObject fields = new JsonObject();
        fields.addProperty("index", instruments.index());
        fields.addProperty("round", instruments.round().number());
        fields.addProperty("roundState", Words.word(instruments.round().state()));
        JsonArray array = new JsonArray();
        List<String> rows = new ArrayList<>();
        for (Instrument instrument : instruments.instruments()) {
            array.add(fields(instrument));
            rows.add(row(instrument));
        }
        fields.add("instruments", array);
        return Reply.ok(headline(instruments), rows, fields);
    }

    private static String headline(Instruments instruments) {
        RoundState state = instruments.round().state();
        return state == RoundState.ENDED
                ? "Market:"
                : "Market, round " + instruments.round().number() + " " + Words.word(state) + ":";
    }

    private static JsonObject fields(Instrument instrument) {
        InstrumentTerms terms = instrument.terms();
        JsonObject object = new JsonObject();
        object.addProperty("instrument", instrument.symbol());
        object.addProperty("name", instrument.name());
        object.addProperty("bid", priceOrNone(instrument.bestBid()));
        object.addProperty("ask", priceOrNone(instrument.bestAsk()));
        object.addProperty("last", priceOrNone(instrument.last()));
        object.addProperty("volume", instrument.volume());
        object.addProperty("tick", Money.format(instrument.tick()));
        object.addProperty("lot", instrument.lot());
        object.addProperty("pool", instrument.pool());
        object.addProperty("phase", Words.word(instrument.phase()));
        object.addProperty("reference", priceOrNone(terms.reference()));
        object.addProperty("bandPercent", percent(terms.band()));
        object.addProperty("makerFeePercent", percent(terms.makerFee()));
        object.addProperty("takerFeePercent", percent(terms.takerFee()));
        if (instrument.phase().collects()) {
            object.addProperty("indicativePrice", priceOrNone(instrument.indication().price()));
            object.addProperty("indicativeVolume", instrument.indication().volume());
        }
        return object;
    }

    private static String row(Instrument instrument) {
        InstrumentTerms terms = instrument.terms();
        StringBuilder row = new StringBuilder(instrument.symbol());
        row.append(" bid ").append(orDash(instrument.bestBid()));
        row.append(" ask ").append(orDash(instrument.bestAsk()));
        row.append(" last ").append(orDash(instrument.last()));
        row.append(" volume ").append(instrument.volume());
        if (instrument.pool() > 0) {
            row.append(" pool ").append(instrument.pool());
        }
        if (instrument.phase() != Phase.CONTINUOUS) {
            row.append(", ").append(Words.word(instrument.phase()));
        }
        if (instrument.phase().collects()) {
            row.append(": ").append(auction(instrument));
        }
        if (terms.band() != 0) {
            row.append(", band ").append(percent(terms.band())).append(" % round ");
            row.append(Money.format(terms.reference()));
        }
        if (terms.makerFee() != 0 || terms.takerFee() != 0) {
            row.append(", fees ").append(percent(terms.makerFee())).append(" % maker ");
            row.append(percent(terms.takerFee())).append(" % taker");
        }
        return row.toString();
    }

    private static String auction(Instrument instrument) {
        long price = instrument.indication().price();
        return price == 0
                ? "nothing would trade"
                : instrument.indication().volume() + " would trade @ " + Money.format(price);
    }

    /** Hundredths of a percent as percent with two decimals. */
    private static String percent(int basisPoints) {
        return String.format(Locale.ROOT, "%d.%02d", basisPoints / 100, basisPoints % 100);
    }

    /** A price of 0 means that there is none: null in JSON. */
    private static String priceOrNone(long price) {
        return price == 0 ? null : Money.format(price);
    }

    private static String orDash(long price) {
        return price == 0 ? "-" : Money.format(price);
    }
}
