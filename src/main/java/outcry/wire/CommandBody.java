package outcry.wire;

import static outcry.wire.CommandFields.getBytes;
import static outcry.wire.CommandFields.getInt;
import static outcry.wire.CommandFields.getName;
import static outcry.wire.CommandFields.getText;
import static outcry.wire.CommandFields.putBytes;
import static outcry.wire.CommandFields.putText;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Side;

/**
 * The bytes of a command: its kind (1 byte), the account, then its fields in the order of the
 * record. Strings and byte arrays have a length byte before them; numbers are {@link Varint}s.
 *
 * <p>Kinds stand in logs: they are never used again for something else. An order that neither waits
 * nor hides a part nor is post-only leaves out these three fields, and has another kind.
 */
final class CommandBody {
    private static final int OPEN_ACCOUNT = 1;
    private static final int DEPOSIT_CASH = 2;
    private static final int WITHDRAW_CASH = 3;
    private static final int DEPOSIT_SHARES = 4;
    private static final int WITHDRAW_SHARES = 5;
    private static final int ENTER_ORDER = 6;
    private static final int CANCEL_ORDER = 7;
    private static final int CANCEL_ALL = 8;
    private static final int TAKE_FROM_POOL = 9;
    private static final int RETURN_TO_POOL = 10;
    private static final int LIST_INSTRUMENT = 11;
    private static final int ENTER_SPECIAL_ORDER = 12;
    private static final int AMEND_ORDER = 13;
    private static final int APPOINT = 14;
    private static final int SET_PHASE = 15;
    private static final int SET_BAND = 16;
    private static final int SET_FEES = 17;
    private static final int ROUND = 18;
    private static final int SET_START = 19;
    private static final int CORRECT = 20;

    private CommandBody() {}

    static void put(ByteWriter out, Command command) {
        if (command instanceof Command.EnterOrder c) {
            putOrder(out, c);
        } else if (command instanceof Command.CancelOrder c) {
            begin(out, CANCEL_ORDER, c);
            Varint.put(out, c.orderId());
        } else if (command instanceof Command.AmendOrder c) {
            begin(out, AMEND_ORDER, c);
            Varint.put(out, c.orderId());
            Varint.put(out, c.price());
            Varint.put(out, c.quantity());
        } else if (command instanceof Command.CancelAll c) {
            begin(out, CANCEL_ALL, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
        } else if (command instanceof Command.OpenAccount c) {
            begin(out, OPEN_ACCOUNT, c);
            putBytes(out, c.salt(), CommandCodec.SECRET_BYTES_MAX);
            putBytes(out, c.hash(), CommandCodec.SECRET_BYTES_MAX);
        } else if (!putTransfer(out, command) && !putOfOperator(out, command)) {
            throw new IllegalStateException("a command without a layout: " + command.getClass());
        }
    }

    static Command get(ByteReader in) {
        int kind = in.get();
        String account = getName(in);
        return switch (kind) {
            case OPEN_ACCOUNT ->
                    new Command.OpenAccount(
                            account,
                            getBytes(in, CommandCodec.SECRET_BYTES_MAX),
                            getBytes(in, CommandCodec.SECRET_BYTES_MAX));
            case DEPOSIT_CASH -> new Command.DepositCash(account, Varint.get(in));
            case WITHDRAW_CASH -> new Command.WithdrawCash(account, Varint.get(in));
            case DEPOSIT_SHARES -> new Command.DepositShares(account, getName(in), Varint.get(in));
            case WITHDRAW_SHARES ->
                    new Command.WithdrawShares(account, getName(in), Varint.get(in));
            case ENTER_ORDER, ENTER_SPECIAL_ORDER -> getOrder(account, kind, in);
            case CANCEL_ORDER -> new Command.CancelOrder(account, Varint.get(in));
            case AMEND_ORDER ->
                    new Command.AmendOrder(account, Varint.get(in), Varint.get(in), Varint.get(in));
            case CANCEL_ALL -> new Command.CancelAll(account, getName(in));
            case TAKE_FROM_POOL -> new Command.TakeFromPool(account, getName(in), Varint.get(in));
            case RETURN_TO_POOL -> new Command.ReturnToPool(account, getName(in), Varint.get(in));
            default -> getOfOperator(account, kind, in);
        };
    }

    private static void putOrder(ByteWriter out, Command.EnterOrder c) {
        boolean isSpecial = isSpecial(c);
        begin(out, isSpecial ? ENTER_SPECIAL_ORDER : ENTER_ORDER, c);
        putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
        out.put(c.side() == Side.BUY ? 0 : 1);
        out.put(CommandCodes.of(c.type()));
        out.put(CommandCodes.of(c.timeInForce()));
        Varint.put(out, c.price());
        Varint.put(out, c.quantity());
        if (isSpecial) {
            Varint.put(out, c.stop());
            Varint.put(out, c.display());
            out.putBoolean(c.postOnly());
        }
    }

    private static Command getOrder(String account, int kind, ByteReader in) {
        boolean isSpecial = kind == ENTER_SPECIAL_ORDER;
        Command.EnterOrder order =
                new Command.EnterOrder(
                        account,
                        getName(in),
                        in.getBoolean() ? Side.SELL : Side.BUY,
                        CommandCodes.orderType(in.get()),
                        CommandCodes.timeInForce(in.get()),
                        Varint.get(in),
                        Varint.get(in),
                        isSpecial ? Varint.get(in) : 0,
                        isSpecial ? Varint.get(in) : 0,
                        isSpecial && in.getBoolean());
        if (isSpecial && !isSpecial(order)) {
            throw new MalformedException("a plain order laid out as a special one");
        }
        return order;
    }

    private static boolean isSpecial(Command.EnterOrder c) {
        return c.stop() != 0 || c.display() != 0 || c.postOnly();
    }

    private static boolean putTransfer(ByteWriter out, Command command) {
        if (command instanceof Command.DepositCash c) {
            begin(out, DEPOSIT_CASH, c);
            Varint.put(out, c.cents());
        } else if (command instanceof Command.WithdrawCash c) {
            begin(out, WITHDRAW_CASH, c);
            Varint.put(out, c.cents());
        } else if (command instanceof Command.DepositShares c) {
            begin(out, DEPOSIT_SHARES, c);
            putShares(out, c.instrument(), c.quantity());
        } else if (command instanceof Command.WithdrawShares c) {
            begin(out, WITHDRAW_SHARES, c);
            putShares(out, c.instrument(), c.quantity());
        } else if (command instanceof Command.TakeFromPool c) {
            begin(out, TAKE_FROM_POOL, c);
            putShares(out, c.instrument(), c.quantity());
        } else if (command instanceof Command.ReturnToPool c) {
            begin(out, RETURN_TO_POOL, c);
            putShares(out, c.instrument(), c.quantity());
        } else {
            return false;
        }
        return true;
    }

    private static boolean putOfOperator(ByteWriter out, Command command) {
        if (command instanceof Command.ListInstrument c) {
            begin(out, LIST_INSTRUMENT, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
            putText(out, c.name(), CommandCodec.TITLE_BYTES_MAX);
            Varint.put(out, c.tick());
            Varint.put(out, c.lot());
            Varint.put(out, c.pool());
        } else if (command instanceof Command.Appoint c) {
            begin(out, APPOINT, c);
            putText(out, c.trader(), CommandCodec.NAME_BYTES_MAX);
            out.put(CommandCodes.of(c.role()));
        } else if (command instanceof Command.SetPhase c) {
            begin(out, SET_PHASE, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
            out.put(CommandCodes.of(c.phase()));
        } else if (command instanceof Command.SetBand c) {
            begin(out, SET_BAND, c);
            putShares(out, c.instrument(), c.reference());
            Varint.put(out, c.basisPoints());
        } else if (command instanceof Command.SetFees c) {
            begin(out, SET_FEES, c);
            putShares(out, c.instrument(), c.maker());
            Varint.put(out, c.taker());
        } else if (command instanceof Command.Round c) {
            begin(out, ROUND, c);
            out.put(CommandCodes.of(c.action()));
        } else if (command instanceof Command.SetStart c) {
            begin(out, SET_START, c);
            putShares(out, c.instrument(), c.amount());
        } else if (command instanceof Command.Correct c) {
            begin(out, CORRECT, c);
            putText(out, c.trader(), CommandCodec.NAME_BYTES_MAX);
            putShares(out, c.instrument(), c.amount());
            putText(out, c.why(), CommandCodec.TITLE_BYTES_MAX);
        } else {
            return false;
        }
        return true;
    }

    private static Command getOfOperator(String account, int kind, ByteReader in) {
        return switch (kind) {
            case LIST_INSTRUMENT ->
                    new Command.ListInstrument(
                            account,
                            getName(in),
                            getText(in, CommandCodec.TITLE_BYTES_MAX),
                            Varint.get(in),
                            Varint.get(in),
                            Varint.get(in));
            case APPOINT -> new Command.Appoint(account, getName(in), CommandCodes.role(in.get()));
            case SET_PHASE ->
                    new Command.SetPhase(account, getName(in), CommandCodes.phase(in.get()));
            case SET_BAND -> new Command.SetBand(account, getName(in), Varint.get(in), getInt(in));
            case SET_FEES -> new Command.SetFees(account, getName(in), getInt(in), getInt(in));
            case ROUND -> new Command.Round(account, CommandCodes.roundAction(in.get()));
            case SET_START -> new Command.SetStart(account, getName(in), Varint.get(in));
            case CORRECT ->
                    new Command.Correct(
                            account,
                            getName(in),
                            getName(in),
                            Varint.get(in),
                            getText(in, CommandCodec.TITLE_BYTES_MAX));
            default -> throw new MalformedException("no command of kind " + kind);
        };
    }

    private static void begin(ByteWriter out, int kind, Command command) {
        out.put(kind);
        putText(out, command.account(), CommandCodec.NAME_BYTES_MAX);
    }

    private static void putShares(ByteWriter out, String instrument, long quantity) {
        putText(out, instrument, CommandCodec.NAME_BYTES_MAX);
        Varint.put(out, quantity);
    }
}
