package outcry.wire.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcry.base.MalformedException;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.Role;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ClientMessage.Topic;

class TraderCodecTest {
    private static final String ORDER =
            "{\"type\":\"order\",\"session\":\"00000000deadbeef\",\"number\":5,\"confirmed\":4,"
                    + "\"account\":\"ann\",\"instrument\":\"ACME\",\"side\":\"buy\","
                    + "\"price\":\"12.50\",\"quantity\":10,\"timeInForce\":\"gtc\"}";

    @Test
    void anOrderLooksAsDocumented() {
        ClientMessage order =
                new ClientMessage.Submit(
                        0xDEADBEEFL,
                        5,
                        4,
                        new Command.EnterOrder(
                                "ann",
                                "ACME",
                                Side.BUY,
                                OrderType.LIMIT,
                                TimeInForce.GTC,
                                1250,
                                10));
        assertEquals(ORDER, TraderCodec.encode(order));
        assertEquals(order, TraderCodec.decodeClient(ORDER));
    }

    @Test
    void everyClientMessageComesBack() {
        for (ClientMessage message : clientMessages()) {
            String line = TraderCodec.encode(message);
            assertTrue(line.startsWith("{\"type\":"), line);
            assertFalse(line.contains("\n"));
            assertEquals(message, TraderCodec.decodeClient(line));
        }
    }

    @Test
    void everyServerMessageComesBack() {
        for (ServerMessage message : serverMessages()) {
            String line = TraderCodec.encode(message);
            assertTrue(line.startsWith("{\"type\":"), line);
            assertFalse(line.contains("\n"));
            assertEquals(message, TraderCodec.decodeServer(line));
        }
    }

    @Test
    void fieldsMayComeInAnyOrderAndUnknownOnesAreIgnored() {
        String line =
                "{\"quantity\":10,\"price\":\"market\",\"side\":\"sell\",\"hint\":{\"a\":[1,null]},"
                        + "\"instrument\":\"ACME\",\"account\":\"ann\",\"confirmed\":0,"
                        + "\"number\":1,\"session\":\"ff\",\"type\":\"order\"}";
        assertEquals(
                new ClientMessage.Submit(
                        255,
                        1,
                        0,
                        new Command.EnterOrder(
                                "ann",
                                "ACME",
                                Side.SELL,
                                OrderType.MARKET,
                                TimeInForce.IOC,
                                0,
                                10)),
                TraderCodec.decodeClient(line));
    }

    @Test
    void theLinesOfAnOlderDoorAreUnderstood() {
        assertEquals(
                new ServerMessage.OrderState(
                        7, "ann", "ACME", Side.SELL, 1250, 10, 4, "resting", "", 42, 9),
                TraderCodec.decodeServer(
                        "{\"type\":\"order\",\"order\":7,\"account\":\"ann\",\"instrument\":\"ACME\","
                            + "\"side\":\"sell\",\"price\":\"12.50\",\"quantity\":10,\"open\":4,"
                            + "\"state\":\"resting\",\"reason\":\"\",\"index\":42,\"time\":\"9\"}"));
        assertEquals(
                new ServerMessage.Instruments(0, 44, List.of()),
                TraderCodec.decodeServer(
                        "{\"type\":\"instruments\",\"id\":0,\"index\":44,\"instruments\":[]}"));
    }

    @Test
    void aMessageOfANewerDoorIsIgnored() {
        assertNull(TraderCodec.decodeServer("{\"type\":\"auction\",\"price\":\"1.00\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"price\":\"12.50\"|\"price\":12.5|price must be an amount in a string such as",
                "\"price\":\"12.50\"|\"price\":\"12.505\"|price: \"12.505\" has too many decimals",
                "\"price\":\"12.50\"|\"price\":\"1e3\"|price: \"1e3\" is not an amount",
                "\"price\":\"12.50\"|\"price\":\"NaN\"|price: \"NaN\" is not an amount",
                "\"price\":\"12.50\"|\"prize\":\"12.50\"|price is missing",
                "\"quantity\":10|\"quantity\":1e1|quantity must be a whole number in plain digits",
                "\"quantity\":10|\"quantity\":10.0|quantity must be a whole number",
                "\"quantity\":10|\"quantity\":\"10\"|quantity must be a whole number",
                "\"quantity\":10|\"quantity\":9223372036854775808|quantity must be a whole number"
                        + " of",
                "\"quantity\":10|\"quantity\":NaN|a JSON object expected",
                "\"quantity\":10|\"quantity\":null|quantity is missing: it must be a whole number",
                "\"quantity\":10|\"quantity\":10,\"quantity\":11|quantity is there twice",
                "\"side\":\"buy\"|\"side\":\"BUY\"|side must be one of buy, sell",
                "\"side\":\"buy\"|\"side\":1|side must be one of buy, sell",
                "\"gtc\"|\"gtd\"|timeInForce must be one of gtc, ioc, fok, day",
                "00000000deadbeef|0|session must be a random number other than 0",
                "00000000deadbeef|xyz|session must be 1 to 16 hexadecimal digits",
                "00000000deadbeef|-1|session must be 1 to 16 hexadecimal digits",
                "00000000deadbeef|11112222333344445|session must be 1 to 16 hexadecimal digits",
                "\"number\":5|\"number\":0|number must count from 1",
                "\"confirmed\":4|\"confirmed\":5|confirmed must be between 0 and number - 1",
                "\"confirmed\":4|\"confirmed\":-1|confirmed must be between 0 and number - 1",
                "\"ann\"|[\"ann\"]|account must be a string",
                "\"order\"|\"ordre\"|type must be one of hello, login",
                "\"type\":\"order\",||type is missing",
                "\"side\"|\"x\":[[[[[[[[[[]]]]]]]]]],\"side\"|a JSON object expected",
            })
    void aWrongFieldIsRefusedByNameWithWhatWouldBeRight(String part, String wrong, String says) {
        assertTrue(ORDER.contains(part));
        String line = ORDER.replace(part, wrong == null ? "" : wrong);
        String message =
                assertThrows(MalformedException.class, () -> TraderCodec.decodeClient(line))
                        .getMessage();
        assertTrue(message.startsWith(says), message);
        assertTrue(message.length() < 300, message);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (String line :
                List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "7",
                        "\"x\"",
                        "{}",
                        "{} {}",
                        ORDER + "x",
                        "{'a':1}")) {
            assertThrows(MalformedException.class, () -> TraderCodec.decodeClient(line), line);
        }
    }

    @Test
    void accountsAreOpenedByLoginOnly() {
        Command open = new Command.OpenAccount("ann", new byte[16], new byte[32]);
        ClientMessage submit = new ClientMessage.Submit(1, 1, 0, open);
        assertThrows(IllegalArgumentException.class, () -> TraderCodec.encode(submit));
    }

    @Test
    void damagedLinesAreRefusedOrReadAndNothingElse() {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        clientMessages().forEach(message -> lines.add(TraderCodec.encode(message)));
        serverMessages().forEach(message -> lines.add(TraderCodec.encode(message)));
        String alphabet = "{}[]\",:0123456789.-+eE\\u nulltruefalse\u0000é";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
            for (int damage = random.nextInt(4); damage >= 0 && line.length() > 0; damage--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(4)) {
                    case 0 -> line.setLength(at);
                    case 1 -> line.deleteCharAt(at);
                    case 2 -> line.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default ->
                            line.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            survives(line.toString());
        }
    }

    private static void survives(String line) {
        try {
            TraderCodec.decodeClient(line);
        } catch (MalformedException expected) {
            // the only refusal allowed; any other exception fails the test
        }
        try {
            TraderCodec.decodeServer(line);
        } catch (MalformedException expected) {
            // as above
        }
    }

    private static List<ClientMessage> clientMessages() {
        List<ClientMessage> messages = new ArrayList<>();
        messages.add(new ClientMessage.Hello(1, "bot \"x\"\n"));
        messages.add(new ClientMessage.Login(1, "ann", "pässwört\u2028"));
        for (Topic topic : Topic.values()) {
            messages.add(new ClientMessage.Query(2, 17, topic, "ann", ""));
            messages.add(new ClientMessage.Subscribe(3, topic, "", "ACME"));
            messages.add(new ClientMessage.Unsubscribe(4, topic, "", ""));
        }
        List<Command> commands =
                List.of(
                        new Command.DepositCash("ann", 100_000),
                        new Command.DepositCash("ann", -1),
                        new Command.WithdrawCash("ann", Long.MAX_VALUE),
                        new Command.DepositShares("ann", "ACME", 10),
                        new Command.WithdrawShares("ann", "ACME", -10),
                        new Command.EnterOrder(
                                "",
                                "x y",
                                Side.SELL,
                                OrderType.LIMIT,
                                TimeInForce.IOC,
                                Long.MIN_VALUE,
                                Long.MIN_VALUE),
                        new Command.EnterOrder(
                                "ann",
                                "ACME",
                                Side.BUY,
                                OrderType.MARKET,
                                TimeInForce.GTC,
                                0,
                                Long.MAX_VALUE),
                        new Command.CancelOrder("ann", 17),
                        new Command.CancelAll("ann", ""),
                        new Command.CancelAll("ann", "ACME"),
                        new Command.TakeFromPool("client1", "A", 100),
                        new Command.ReturnToPool("client2", "A", 100),
                        new Command.ListInstrument("ann", "ACME", "Acme, Inc.", 5, 1, 5000));
        for (Command command : commands) {
            messages.add(new ClientMessage.Submit(-1, Long.MAX_VALUE, 0, command));
        }
        return messages;
    }

    private static List<ServerMessage> serverMessages() {
        long big = 0xFEDC_BA98_7654_3210L;
        long time = 1_800_000_000_123_456_789L;
        ServerMessage.OrderState order =
                new ServerMessage.OrderState(
                        7, "ann", "ACME", Side.SELL, 1250, 10, 4, "resting", "", 42, time);
        ServerMessage.OrderState stop =
                new ServerMessage.OrderState(
                        8,
                        "ann",
                        "ACME",
                        Side.SELL,
                        1200,
                        10,
                        10,
                        "waiting",
                        "",
                        42,
                        time,
                        new ServerMessage.OrderTerms(
                                OrderType.STOP_LIMIT, TimeInForce.DAY, 1210, false, 0, false));
        ServerMessage.OrderState iceberg =
                new ServerMessage.OrderState(
                        9,
                        "ann",
                        "ACME",
                        Side.BUY,
                        1200,
                        90,
                        80,
                        "resting",
                        "",
                        42,
                        time,
                        new ServerMessage.OrderTerms(
                                OrderType.LIMIT, TimeInForce.GTC, 1190, true, 10, true));
        ServerMessage.Instrument collecting =
                new ServerMessage.Instrument(
                        "ACME",
                        "Acme, Inc.",
                        5,
                        10,
                        0,
                        1250,
                        10,
                        1260,
                        1240,
                        Phase.OPENING_AUCTION,
                        new ServerMessage.InstrumentTerms(1250, 500, 10, 25),
                        new ServerMessage.Indication(1245, 30));
        ServerMessage.Trade trade = new ServerMessage.Trade("ACME", 3, 1250, 6, Side.BUY, 42, time);
        ServerMessage.PriceLevel level = new ServerMessage.PriceLevel(1250, 10, 2);
        return List.of(
                new ServerMessage.Welcome(1, "n1", big, "lab", -1, 3, ""),
                new ServerMessage.LoggedIn(1, "ann", false, "wrong secret"),
                new ServerMessage.Answered(
                        big,
                        5,
                        new Answer(
                                42,
                                Reason.ACCEPTED,
                                7,
                                6,
                                4,
                                0,
                                List.of(new Fill(3, 1250, 5), new Fill(4, 1249, 1))),
                        ""),
                new ServerMessage.Answered(
                        1, 1, Answer.rejected(43, Reason.INSUFFICIENT_CASH, 4900), "not enough"),
                new ServerMessage.Subscribed(2, true, ""),
                new ServerMessage.AccountState(
                        0,
                        "ann",
                        42,
                        Long.MAX_VALUE,
                        0,
                        List.of(new ServerMessage.Holding("ACME", 10, 5))),
                new ServerMessage.AccountState(0, "bob", 42, 0, 0, List.of(), Role.OPERATOR),
                order,
                stop,
                iceberg,
                new ServerMessage.OwnFill(
                        "ann", "ACME", 7, 3, Side.SELL, 1250, 6, true, 42, time, 19),
                new ServerMessage.OwnFill("ann", "ACME", 7, 3, Side.SELL, 1250, 6, true, 42, time),
                new ServerMessage.Orders(9, "ann", 42, List.of(order, order)),
                new ServerMessage.Book(
                        9, "ACME", 42, List.of(level, level), List.of(), 0x8000_0000_0000_0000L),
                new ServerMessage.Level("ACME", 43, Side.BUY, 1250, 0, 0, 0),
                new ServerMessage.Level("ACME", 43, Side.SELL, 1250, 5, 1, big),
                new ServerMessage.Trades(0, "ACME", List.of(trade)),
                new ServerMessage.Instruments(
                        0,
                        44,
                        List.of(
                                new ServerMessage.Instrument(
                                        "A", "ShareA", 1, 1, 4900, 0, 0, 0, 0))),
                new ServerMessage.Instruments(
                        0, 45, List.of(collecting), new ServerMessage.Round(3, RoundState.PAUSED)),
                new ServerMessage.Members(
                        5,
                        "lab",
                        big,
                        3,
                        2,
                        "n1",
                        44,
                        "",
                        List.of(
                                new ServerMessage.Member(
                                        "n1",
                                        big,
                                        "10.0.0.1:7000",
                                        "leader",
                                        "live",
                                        "",
                                        true,
                                        1_200_000))),
                new ServerMessage.NodeState(
                        6,
                        "lab",
                        big,
                        "n1",
                        1,
                        2,
                        "10.0.0.1:7000",
                        "leader",
                        "live",
                        "n1",
                        2,
                        3,
                        44,
                        44,
                        "00ff",
                        12),
                new ServerMessage.Heartbeat(44, 2, "n1", ""),
                new ServerMessage.Problem(0, "a line of at most 65536 bytes expected", true));
    }
}
