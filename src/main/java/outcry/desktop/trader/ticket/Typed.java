package outcry.desktop.trader.ticket;

import java.util.OptionalLong;
import outcry.desktop.parts.Figures;

/** What is wrong with a figure as typed, and what would be right; empty when nothing. */
final class Typed {
    private Typed() {}

    /** Shares: at least one lot, in whole lots. */
    static String problemOfShares(String text, long lot, String absent) {
        if (text.isBlank()) {
            return absent;
        }
        OptionalLong shares = Figures.parseCount(text);
        if (shares.isEmpty() || shares.getAsLong() == 0) {
            return "A quantity is a whole number of at least " + Figures.count(lot) + ".";
        }
        return shares.getAsLong() % lot != 0
                ? "The quantity must be a multiple of the lot, " + Figures.count(lot) + "."
                : "";
    }

    /**
     * A price above 0, in whole ticks.
     *
     * @param what "price" or what else it is called
     */
    static String problemOfPrice(String text, long tick, String what, String absent) {
        if (text.isBlank()) {
            return absent;
        }
        OptionalLong cents = Figures.parseMoney(text);
        if (cents.isEmpty() || cents.getAsLong() == 0) {
            return "A " + what + " is an amount such as 12.50, above 0.";
        }
        return cents.getAsLong() % tick != 0
                ? "The " + what + " must be a multiple of the tick, " + Figures.money(tick) + "."
                : "";
    }

    /** The shares typed, which have no problem. */
    static long shares(String text) {
        return Figures.parseCount(text).orElseThrow();
    }

    /** The cents typed, which have no problem. */
    static long cents(String text) {
        return Figures.parseMoney(text).orElseThrow();
    }
}
