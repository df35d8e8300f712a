package outcry.wire.trader;

import outcry.base.Money;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Limits;
import outcry.market.Phase;
import outcry.market.RoundState;

/**
 * Why a command was refused, in words: what was missed, and what would be acceptable. The one place
 * for these sentences: the traders' door sends them, console and windows show them.
 */
public final class Reasons {
    private Reasons() {}

    /** One sentence without a full stop; empty when the command was accepted. */
    public static String explain(Command command, Answer answer) {
        long detail = answer.detail();
        return switch (answer.reason()) {
            case ACCEPTED -> "";
            case BAD_NAME -> badName(command);
            case UNKNOWN_ACCOUNT ->
                    "there is no account "
                            + quote(unknownAccount(command))
                            + ": log in to it to open it";
            case ACCOUNT_EXISTS ->
                    "there is an account "
                            + quote(command.account())
                            + " with another secret: use that secret, or another name";
            case TOO_MANY_ACCOUNTS ->
                    "the exchange is full: it has its maximum of "
                            + detail
                            + " accounts; use an existing one";
            case UNKNOWN_INSTRUMENT ->
                    "there is no instrument "
                            + quote(instrument(command))
                            + ": use one that is listed";
            case INSTRUMENT_EXISTS ->
                    "there is an instrument "
                            + quote(instrument(command))
                            + " already: use another symbol";
            case TOO_MANY_INSTRUMENTS ->
                    "the exchange is full: it has its maximum of "
                            + detail
                            + " instruments; use one that is listed";
            case BAD_TERMS -> badTerms(command);
            case BAD_AMOUNT ->
                    "an amount of at "
                            + (command instanceof Command.SetStart ? "most " : "least ")
                            + Money.format(detail)
                            + " expected";
            case BAD_QUANTITY -> badQuantity(detail);
            case BAD_PRICE -> badPrice(detail);
            case OVERFLOW -> overflow(command, detail);
            case INSUFFICIENT_CASH -> "not enough cash: " + Money.format(detail) + " available";
            case INSUFFICIENT_SHARES ->
                    "not enough shares: "
                            + detail
                            + " of "
                            + quote(instrument(command))
                            + " available";
            case POOL_TOO_SMALL -> "not enough shares left in the pool: " + detail + " left";
            case UNKNOWN_ORDER ->
                    "order "
                            + detail
                            + " is not working: it was filled or cancelled, or never was there";
            case NOT_YOUR_ORDER ->
                    "order "
                            + detail
                            + " does not belong to "
                            + quote(command.account())
                            + ": only its own account can change or cancel it";
            case NO_LIQUIDITY ->
                    "nobody offers the other side of "
                            + quote(instrument(command))
                            + ": name a price, and the order can wait for one";
            case TOO_MANY_ORDERS ->
                    "at most " + detail + " orders can be working: cancel some first";
            case TOO_MANY_SESSIONS ->
                    "all of the exchange's sessions are in use: use the one you have, or try again"
                            + " when others have ended";
            case SESSION_EXPIRED ->
                    "the exchange does not remember this session any more: start a new one with"
                            + " number 1";
            case BUSY ->
                    answer.index() == 0
                            ? "the node is busy and took nothing in: send the same number again"
                            : "too many answers are not confirmed: say in \"confirmed\" up to"
                                    + " which number you hold them, and send the same number again";
            case NOT_LOGGED_IN ->
                    "this connection is not logged in to "
                            + quote(command.account())
                            + ": log in first, then send the same number again";
            case WRONG_PHASE -> wrongPhase(Phase.values()[(int) detail]);
            case WOULD_TRADE ->
                    "a post-only order would trade at once at "
                            + Money.format(detail)
                            + ": use a price that does not reach it";
            case BAD_DISPLAY -> badDisplay(command, detail);
            case NOT_OPERATOR ->
                    quote(command.account())
                            + " is no operator: an operator can appoint it, and anybody can appoint"
                            + " the first one";
            case WRONG_ROUND -> wrongRound(RoundState.values()[(int) detail]);
            case ROUND_RUNNING ->
                    "round "
                            + detail
                            + " goes on, and nothing moves in or out until it ends: ask an operator"
                            + " to correct the account";
            case ORDERS_OPEN -> "fees change only while no orders are open, and " + detail + " are";
        };
    }

    private static String wrongPhase(Phase phase) {
        return switch (phase) {
            case PRE_OPEN, OPENING_AUCTION, CLOSING_AUCTION ->
                    "orders are being collected for an auction: enter a limit or stop order that"
                            + " can wait, GTC or DAY";
            case HALTED ->
                    "trading is paused: orders can be cancelled, and entered when it goes on";
            case CLOSED ->
                    "trading is closed: orders can be cancelled, and entered at the next opening";
            case CONTINUOUS -> "this cannot be done while trading is continuous";
        };
    }

    private static String wrongRound(RoundState state) {
        return switch (state) {
            case ENDED -> "no round goes on: start one first";
            case RUNNING -> "a round is running: pause or end it first";
            case PAUSED -> "the round is paused: resume or end it first";
        };
    }

    private static String badName(Command command) {
        boolean account = command instanceof Command.OpenAccount;
        return quote(account ? command.account() : instrument(command))
                + " is not a name: 1 to 32 of "
                + (account ? "A-Z a-z 0-9 . _ -" : "A-Z 0-9 . _ -")
                + " expected";
    }

    private static String badTerms(Command command) {
        if (command instanceof Command.ListInstrument) {
            return "an instrument has a full name of 1 to 64 printable characters, a tick of at"
                    + " least 0.01, a lot of at least 1, and a pool of whole lots";
        }
        if (command instanceof Command.OpenAccount) {
            return "a salt and a hash of at most 64 bytes expected";
        }
        if (command instanceof Command.SetBand) {
            return "a band of 0 to 9999 hundredths of a percent round a reference price expected";
        }
        if (command instanceof Command.SetFees) {
            return "fees of 0 to " + Limits.FEE_MAX + " hundredths of a percent expected";
        }
        if (command instanceof Command.AmendOrder) {
            return "a new price or a new quantity expected";
        }
        if (command instanceof Command.Correct) {
            return "an amount other than 0 and a reason of 1 to 64 printable characters expected";
        }
        if (!(command instanceof Command.EnterOrder)) {
            return "this command is not complete";
        }
        return "an order has a side, a price and a time in force; icebergs, post-only and stop"
                + " orders have a price and are GTC or DAY, and only stop orders have a stop price";
    }

    private static String badDisplay(Command command, long detail) {
        if (detail == Limits.QUANTITY_MAX) {
            return "an iceberg shows at most " + detail + " shares at a time";
        }
        return command instanceof Command.AmendOrder || detail == Limits.ICEBERG_PARTS_MAX
                ? "an iceberg shows at least a " + detail + "th part of itself at a time"
                : "an iceberg shows a multiple of the lot of " + detail + " shares";
    }

    private static String badQuantity(long detail) {
        if (detail == Limits.QUANTITY_MAX || detail == Limits.START_SHARES_MAX) {
            return "a quantity of at most " + detail + " expected";
        }
        return detail == 1
                ? "a quantity of at least 1 expected"
                : "a multiple of the lot of " + detail + " shares expected";
    }

    private static String badPrice(long detail) {
        if (detail == 0) {
            return "a market order has no price";
        }
        if (detail == Limits.PRICE_MAX) {
            return "a price of at most " + Money.format(detail) + " expected";
        }
        return detail == 1
                ? "a price of at least 0.01 expected"
                : "a multiple of the tick of " + Money.format(detail) + " expected";
    }

    private static String overflow(Command command, long detail) {
        if (command instanceof Command.EnterOrder || command instanceof Command.AmendOrder) {
            return "price times quantity of at most " + Money.format(detail) + " expected";
        }
        boolean isCash =
                command instanceof Command.DepositCash
                        || command instanceof Command.Correct c && c.instrument().isEmpty();
        return isCash
                ? "the exchange can hold only " + Money.format(detail) + " more"
                : "the exchange can hold only " + detail + " more of these shares";
    }

    /** Whoever a command of an operator is about has perhaps not been there yet. */
    private static String unknownAccount(Command command) {
        if (command instanceof Command.Appoint c) {
            return c.trader();
        }
        return command instanceof Command.Correct c ? c.trader() : command.account();
    }

    private static String instrument(Command command) {
        if (command instanceof Command.EnterOrder c) {
            return c.instrument();
        } else if (command instanceof Command.DepositShares c) {
            return c.instrument();
        } else if (command instanceof Command.WithdrawShares c) {
            return c.instrument();
        } else if (command instanceof Command.TakeFromPool c) {
            return c.instrument();
        } else if (command instanceof Command.ReturnToPool c) {
            return c.instrument();
        } else if (command instanceof Command.CancelAll c) {
            return c.instrument();
        } else if (command instanceof Command.ListInstrument c) {
            return c.instrument();
        } else if (command instanceof Command.SetPhase c) {
            return c.instrument();
        } else if (command instanceof Command.SetBand c) {
            return c.instrument();
        } else if (command instanceof Command.SetFees c) {
            return c.instrument();
        } else if (command instanceof Command.SetStart c) {
            return c.instrument();
        } else if (command instanceof Command.Correct c) {
            return c.instrument();
        }
        return "";
    }

    private static String quote(String name) {
        return '"' + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + '"';
    }
}
