package outcry.desktop.trader.desk;

import java.util.Locale;
import outcry.desktop.parts.Figures;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Phase;
import outcry.wire.trader.ServerMessage;

/** Commands and their outcomes in words. */
public final class Words {
    private Words() {}

    /** Why a command was refused: the exchange's own sentence, or else the rule's name. */
    public static String refusal(ServerMessage.Answered answer) {
        return answer.message().isBlank() ? name(answer.answer().reason()) : answer.message();
    }

    /** A name as words, "insufficient cash". */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
        boolean waits = command instanceof Command.EnterOrder order && order.type().isStop();
        boolean isLost = command instanceof Command.EnterOrder && answer.resting() == 0;
        String rests = answer.resting() > 0 ? " – resting" : " – done";
        String state = waits ? " – waiting" : isLost ? " – nothing filled, cancelled" : rests;
        return what + state + at(answer);
    }

    /** A command in words, "BUY 100 ACME @ 10.00". */
    public static String of(Command command) {
        if (command instanceof Command.EnterOrder order) {
            return order.side()
                    + " "
                    + Figures.count(order.quantity())
                    + " "
                    + order.instrument()
                    + (order.price() == 0 ? " at market" : " @ " + Figures.money(order.price()))
                    + (order.stop() == 0 ? "" : " stop " + Figures.money(order.stop()));
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
        return ofOperator(command);
    }

    private static String ofOperator(Command command) {
        if (command instanceof Command.SetPhase set) {
            return (set.instrument().isEmpty() ? "All" : set.instrument())
                    + " into "
                    + of(set.phase());
        } else if (command instanceof Command.Round round) {
            return "Round: " + name(round.action());
        } else if (command instanceof Command.ListInstrument listing) {
            return "Listing of " + listing.instrument();
        } else if (command instanceof Command.SetBand band) {
            return "Band of " + band.instrument();
        } else if (command instanceof Command.SetFees fees) {
            return "Fees of " + fees.instrument();
        } else if (command instanceof Command.Appoint appointment) {
            return appointment.trader() + " as " + name(appointment.role());
        } else if (command instanceof Command.SetStart) {
            return "What traders start with";
        } else if (command instanceof Command.Correct correction) {
            return "Correction of " + correction.trader();
        }
        return command.getClass().getSimpleName();
    }

    /** A phase in words, "opening auction". */
    public static String of(Phase phase) {
        return name(phase);
    }

    /** Where an instrument in a phase is, "paused", "in its opening auction". */
    public static String where(Phase phase) {
        return switch (phase) {
            case PRE_OPEN -> "not open yet";
            case OPENING_AUCTION -> "in its opening auction";
            case CONTINUOUS -> "trading";
            case CLOSING_AUCTION -> "in its closing auction";
            case HALTED -> "paused";
            case CLOSED -> "closed";
        };
    }

    /** What an auction would do now, "40 would trade @ 12.50". */
    public static String indication(ServerMessage.Instrument instrument) {
        ServerMessage.Indication now = instrument.indication();
        return now.price() == 0
                ? "nothing would trade yet"
                : Figures.count(now.volume()) + " would trade @ " + Figures.money(now.price());
    }

    /** What is to be known before trading: fees and price band; empty when there are none. */
    public static String terms(ServerMessage.Instrument instrument) {
        ServerMessage.InstrumentTerms terms = instrument.terms();
        String fees =
                terms.makerFee() == 0 && terms.takerFee() == 0
                        ? ""
                        : "Fees: "
                                + Figures.percent(terms.takerFee())
                                + " at once, "
                                + Figures.percent(terms.makerFee())
                                + " from the book.";
        String band =
                terms.band() == 0
                        ? ""
                        : "Pauses beyond "
                                + Figures.percent(terms.band())
                                + " from "
                                + Figures.money(terms.reference())
                                + ".";
        return (fees + " " + band).strip();
    }

    private static String shares(long quantity, String instrument) {
        return Figures.count(quantity) + " " + instrument;
    }

    private static String at(Answer answer) {
        return " (seq " + Figures.count(answer.index()) + ")";
    }
}
