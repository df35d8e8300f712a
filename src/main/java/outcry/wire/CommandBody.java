package outcry.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * The bytes of a command: its kind (1 byte), the account, then its fields in the order of the
 * record. Strings and byte arrays have a length byte before them; numbers are {@link Varint}s.
 *
 * <p>Kinds stand in logs: they are never used again for something else.
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

    private CommandBody() {}

    static void put(ByteWriter out, Command command) {
        if (command instanceof Command.EnterOrder c) {
            begin(out, ENTER_ORDER, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
            out.put(c.side() == Side.BUY ? 0 : 1);
            out.put(code(c.type()));
            out.put(code(c.timeInForce()));
            Varint.put(out, c.price());
            Varint.put(out, c.quantity());
        } else if (command instanceof Command.CancelOrder c) {
            begin(out, CANCEL_ORDER, c);
            Varint.put(out, c.orderId());
        } else if (command instanceof Command.CancelAll c) {
            begin(out, CANCEL_ALL, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
        } else if (command instanceof Command.DepositCash c) {
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
        } else if (command instanceof Command.OpenAccount c) {
            begin(out, OPEN_ACCOUNT, c);
            putBytes(out, c.salt(), CommandCodec.SECRET_BYTES_MAX);
            putBytes(out, c.hash(), CommandCodec.SECRET_BYTES_MAX);
        } else if (command instanceof Command.ListInstrument c) {
            begin(out, LIST_INSTRUMENT, c);
            putText(out, c.instrument(), CommandCodec.NAME_BYTES_MAX);
            putText(out, c.name(), CommandCodec.TITLE_BYTES_MAX);
            Varint.put(out, c.tick());
            Varint.put(out, c.lot());
            Varint.put(out, c.pool());
        } else {
            throw new IllegalStateException("a command without a layout: " + command.getClass());
        }
    }

    static Command get(ByteReader in) {
        int kind = in.get();
        String account = getText(in, CommandCodec.NAME_BYTES_MAX);
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
            case ENTER_ORDER ->
                    new Command.EnterOrder(
                            account,
                            getName(in),
                            in.getBoolean() ? Side.SELL : Side.BUY,
                            orderType(in.get()),
                            timeInForce(in.get()),
                            Varint.get(in),
                            Varint.get(in));
            case CANCEL_ORDER -> new Command.CancelOrder(account, Varint.get(in));
            case CANCEL_ALL -> new Command.CancelAll(account, getName(in));
            case TAKE_FROM_POOL -> new Command.TakeFromPool(account, getName(in), Varint.get(in));
            case RETURN_TO_POOL -> new Command.ReturnToPool(account, getName(in), Varint.get(in));
            case LIST_INSTRUMENT ->
                    new Command.ListInstrument(
                            account,
                            getName(in),
                            getText(in, CommandCodec.TITLE_BYTES_MAX),
                            Varint.get(in),
                            Varint.get(in),
                            Varint.get(in));
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

    private static void putText(ByteWriter out, String text, int bytesMax) {
        putBytes(out, text.getBytes(StandardCharsets.UTF_8), bytesMax);
    }

    private static void putBytes(ByteWriter out, byte[] bytes, int bytesMax) {
        Check.that(
                bytes.length <= bytesMax,
                "at most " + bytesMax + " bytes can be written, not " + bytes.length);
        out.put(bytes.length);
        out.putBytes(bytes, 0, bytes.length);
    }

    private static String getName(ByteReader in) {
        return getText(in, CommandCodec.NAME_BYTES_MAX);
    }

    private static String getText(ByteReader in, int bytesMax) {
        byte[] utf8 = getBytes(in, bytesMax);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("a name in UTF-8 expected: " + e.getMessage());
        }
    }

    private static byte[] getBytes(ByteReader in, int bytesMax) {
        int length = in.get();
        if (length > bytesMax) {
            throw new MalformedException("at most " + bytesMax + " bytes expected, not " + length);
        }
        return in.getBytes(length);
    }

    /** Codes are written out here because the order of an enum may change and a log may not. */
    private static int code(OrderType type) {
        return switch (type) {
            case LIMIT -> 0;
            case MARKET -> 1;
        };
    }

    private static OrderType orderType(int code) {
        return switch (code) {
            case 0 -> OrderType.LIMIT;
            case 1 -> OrderType.MARKET;
            default -> throw new MalformedException("no order type of code " + code);
        };
    }

    private static int code(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC -> 0;
            case IOC -> 1;
        };
    }

    private static TimeInForce timeInForce(int code) {
        return switch (code) {
            case 0 -> TimeInForce.GTC;
            case 1 -> TimeInForce.IOC;
            default -> throw new MalformedException("no time in force of code " + code);
        };
    }
}
