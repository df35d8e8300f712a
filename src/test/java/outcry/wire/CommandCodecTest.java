package outcry.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Request;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.Side;
import outcry.market.TimeInForce;

class CommandCodecTest {
    private static final String LONG_NAME = "n".repeat(CommandCodec.NAME_BYTES_MAX);

    private static final List<Command> COMMANDS =
            List.of(
                    new Command.DepositCash("ann", 100_000),
                    new Command.DepositCash("", Long.MIN_VALUE),
                    new Command.WithdrawCash(LONG_NAME, Long.MAX_VALUE),
                    new Command.DepositShares("ann", "ACME", 10),
                    new Command.WithdrawShares("ann", "ACME", -1),
                    new Command.EnterOrder(
                            "ann", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1250, 10),
                    new Command.EnterOrder(
                            "ann", "ACME", Side.SELL, OrderType.MARKET, TimeInForce.IOC, 0, 63),
                    new Command.CancelOrder("ann", 17),
                    new Command.EnterOrder(
                            "ann", "ACME", Side.BUY, OrderType.LIMIT, TimeInForce.FOK, 1250, 10),
                    new Command.EnterOrder(
                            "ann",
                            "ACME",
                            Side.SELL,
                            OrderType.STOP_LIMIT,
                            TimeInForce.DAY,
                            1250,
                            10,
                            1260,
                            Long.MIN_VALUE,
                            true),
                    new Command.AmendOrder("ann", 17, 1240, 5),
                    new Command.Appoint("ann", "bob", Role.OPERATOR),
                    new Command.SetPhase("ann", "", Phase.CLOSING_AUCTION),
                    new Command.SetBand("ann", "ACME", 1250, Integer.MIN_VALUE),
                    new Command.SetFees("ann", "ACME", 10, Integer.MAX_VALUE),
                    new Command.Round("ann", RoundAction.RESET),
                    new Command.SetStart("ann", "", 100_000),
                    new Command.Correct(
                            LONG_NAME,
                            LONG_NAME,
                            LONG_NAME,
                            Long.MIN_VALUE,
                            "w".repeat(CommandCodec.TITLE_BYTES_MAX)),
                    new Command.CancelAll("ann", ""),
                    new Command.TakeFromPool("client1", "A", 100),
                    new Command.ReturnToPool("client2", "A", 100),
                    new Command.ListInstrument("ann", "ACME", "Acme Größe", 5, 1, 5000),
                    new Command.ListInstrument(
                            LONG_NAME,
                            LONG_NAME,
                            "t".repeat(CommandCodec.TITLE_BYTES_MAX),
                            Long.MIN_VALUE,
                            Long.MIN_VALUE,
                            Long.MIN_VALUE));

    @Test
    void everyCommandComesBackAsItWas() {
        for (Command command : COMMANDS) {
            Request request = new Request(0xCAFE_0000_BEEF_0001L, 300, 299, command);
            assertEquals(request, CommandCodec.decode(CommandCodec.encode(request)));
        }
    }

    @Test
    void extremeNumbersComeBackAndStayWithinTheBound() {
        for (long number : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            for (long confirmed : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                for (Command command : COMMANDS) {
                    Request request = new Request(Long.MIN_VALUE, number, confirmed, command);
                    byte[] bytes = CommandCodec.encode(request);
                    assertTrue(bytes.length <= CommandCodec.BYTES_MAX);
                    assertEquals(request, CommandCodec.decode(bytes));
                }
            }
        }
    }

    @Test
    void saltAndHashComeBack() {
        byte[] salt = new byte[CommandCodec.SECRET_BYTES_MAX];
        byte[] hash = new byte[32];
        new Random(1).nextBytes(salt);
        new Random(2).nextBytes(hash);
        Request request = new Request(0, 0, 0, new Command.OpenAccount(LONG_NAME, salt, hash));
        byte[] bytes = CommandCodec.encode(request);
        Command.OpenAccount back = (Command.OpenAccount) CommandCodec.decode(bytes).command();
        assertEquals(LONG_NAME, back.account());
        assertArrayEquals(salt, back.salt());
        assertArrayEquals(hash, back.hash());
        assertTrue(bytes.length <= CommandCodec.BYTES_MAX);
    }

    @Test
    void anOrdinaryOrderIsCompact() {
        Request request = new Request(0xCAFE_0000_BEEF_0001L, 300, 299, COMMANDS.get(5));
        assertTrue(CommandCodec.encode(request).length <= 31);
    }

    /** Logs written before there were stops, icebergs and amendments must stay readable. */
    @Test
    void anOrderOfTheFirstLayoutIsReadAsEver() {
        String hex =
                "01" + "0000000000000001" + "02" + "02" + "0603616e6e0441434d4500" + "0000c41314";
        byte[] bytes = HexFormat.of().parseHex(hex);
        Request request = new Request(1, 1, 0, COMMANDS.get(5));
        assertEquals(request, CommandCodec.decode(bytes));
        assertArrayEquals(bytes, CommandCodec.encode(request));
    }

    @Test
    void whatIsTooLongIsNotWritten() {
        Command tooLong = new Command.CancelAll(LONG_NAME + "x", "");
        Request request = new Request(1, 1, 0, tooLong);
        assertThrows(IllegalStateException.class, () -> CommandCodec.encode(request));
    }

    @Test
    void anUnknownVersionIsRefusedByName() {
        byte[] bytes = CommandCodec.encode(new Request(1, 1, 0, COMMANDS.get(0)));
        bytes[0] = 2;
        MalformedException refusal =
                assertThrows(MalformedException.class, () -> CommandCodec.decode(bytes));
        assertTrue(refusal.getMessage().contains("version 1 expected, not 2"));
    }

    @Test
    void everyTruncationAndEveryExtraByteIsRefused() {
        for (Command command : COMMANDS) {
            byte[] bytes = CommandCodec.encode(new Request(7, 5, 4, command));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThrows(MalformedException.class, () -> CommandCodec.decode(cut));
            }
            byte[] extended = Arrays.copyOf(bytes, bytes.length + 1);
            assertThrows(MalformedException.class, () -> CommandCodec.decode(extended));
        }
    }

    @Test
    void anyFlippedBitIsRefusedOrGivesAnotherRequestOfOneForm() {
        for (Command command : COMMANDS) {
            byte[] bytes = CommandCodec.encode(new Request(7, 5, 4, command));
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                refusedOrOfOneForm(flipped);
            }
        }
    }

    @Test
    void randomBytesAreRefusedOrOfOneForm() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = CommandCodec.VERSION;
            }
            refusedOrOfOneForm(bytes);
        }
        byte[] huge = new byte[CommandCodec.BYTES_MAX + 1];
        assertThrows(MalformedException.class, () -> CommandCodec.decode(huge));
    }

    private static void refusedOrOfOneForm(byte[] bytes) {
        Request request;
        try {
            request = CommandCodec.decode(bytes);
        } catch (MalformedException expected) {
            return; // the only refusal allowed; any other exception fails the test
        }
        assertArrayEquals(bytes, CommandCodec.encode(request));
    }
}
