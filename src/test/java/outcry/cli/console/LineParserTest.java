package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcry.cli.console.Input.Ask;
import outcry.cli.console.Input.Local;
import outcry.cli.console.Input.Question;
import outcry.cli.console.Input.Quit;
import outcry.cli.console.Input.Submit;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.Side;
import outcry.market.TimeInForce;

class LineParserTest {
    private final LineParser parser = new LineParser("ada");

    @Test
    void moneyInAndOut() {
        assertEquals(new Command.DepositCash("ada", 100_000), command("deposit 1000.00"));
        assertEquals(new Command.WithdrawCash("ada", 5_000), command("withdraw 50"));
        assertEquals(new Command.DepositCash("ada", 1), command("Deposit 0.01"));
        assertEquals(new Command.DepositCash("ada", 150), command("deposit 1.5"));
    }

    @Test
    void sharesInAndOut() {
        assertEquals(new Command.DepositShares("ada", "ACME", 100), command("deposit ACME 100"));
        assertEquals(new Command.WithdrawShares("ada", "ACME", 10), command("withdraw acme 10"));
    }

    @Test
    void limitOrdersStayUnlessToldOtherwise() {
        assertEquals(
                order(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1250),
                command("buy ACME 10 @ 12.50"));
        assertEquals(
                order(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 1260),
                command("sell ACME 10 @12.60 gtc"));
        assertEquals(
                order(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 1250),
                command("BUY acme 10 @ 12.5 IOC"));
    }

    @Test
    void anOrderWithoutAPriceIsAMarketOrder() {
        assertEquals(order(Side.BUY, OrderType.MARKET, TimeInForce.IOC, 0), command("buy ACME 10"));
        assertEquals(
                order(Side.SELL, OrderType.MARKET, TimeInForce.IOC, 0),
                command("sell ACME 10 ioc"));
    }

    @Test
    void cancelOneAllOrAllOfAnInstrument() {
        assertEquals(new Command.CancelOrder("ada", 17), command("cancel 17"));
        assertEquals(new Command.CancelAll("ada", ""), command("cancel all"));
        assertEquals(new Command.CancelAll("ada", "ACME"), command("cancel all ACME"));
    }

    @Test
    void everyTypeOfOrderHasItsWords() {
        assertEquals(
                special(OrderType.LIMIT, TimeInForce.FOK, 1250, 0, 0, false),
                command("buy ACME 10 @ 12.50 fok"));
        assertEquals(
                special(OrderType.LIMIT, TimeInForce.DAY, 1250, 0, 5, true),
                command("buy ACME 10 @ 12.50 day post show 5"));
        assertEquals(
                special(OrderType.STOP, TimeInForce.GTC, 0, 1260, 0, false),
                command("buy ACME 10 stop 12.60"));
        assertEquals(
                special(OrderType.STOP_LIMIT, TimeInForce.DAY, 1270, 1260, 0, false),
                command("buy ACME 10 @ 12.70 stop 12.60 day"));
        assertEquals(
                special(OrderType.MARKET, TimeInForce.FOK, 0, 0, 0, false),
                command("buy ACME 10 FOK"));
    }

    @Test
    void amendmentsLeaveWhatTheyDoNotName() {
        assertEquals(new Command.AmendOrder("ada", 17, 1240, 5), command("amend 17 5 @ 12.40"));
        assertEquals(new Command.AmendOrder("ada", 17, 0, 5), command("amend 17 5"));
        assertEquals(new Command.AmendOrder("ada", 17, 1240, 0), command("amend 17 @12.40"));
    }

    @Test
    void operatorsHaveTheirWords() {
        assertEquals(
                new Command.Appoint("ada", "ann", Role.OPERATOR), command("operate appoint ann"));
        assertEquals(
                new Command.Appoint("ada", "ann", Role.TRADER), command("operate dismiss ann"));
        assertEquals(
                new Command.SetPhase("ada", "", Phase.PRE_OPEN),
                command("operate phase all pre-open"));
        assertEquals(
                new Command.SetBand("ada", "ACME", 1250, 525),
                command("operate band acme 12.50 5.25%"));
        assertEquals(new Command.SetBand("ada", "ACME", 0, 0), command("operate band ACME off"));
        assertEquals(
                new Command.SetFees("ada", "ACME", 10, 25), command("operate fees ACME 0.10 0.25"));
        assertEquals(new Command.Round("ada", RoundAction.START), command("operate round start"));
        assertEquals(new Command.SetStart("ada", "", 100_000), command("operate start 1000.00"));
        assertEquals(new Command.SetStart("ada", "ACME", 100), command("operate start ACME 100"));
        assertEquals(
                new Command.Correct("ada", "ann", "", -5_000, "typed twice"),
                command("operate correct ann -50.00 typed twice"));
        assertEquals(
                new Command.Correct("ada", "ann", "ACME", -10, "typed twice"),
                command("operate correct ann ACME -10 typed twice"));
    }

    @Test
    void whateverIsTypedGetsAnAnswer() {
        String[] words = {
            "buy",
            "sell",
            "amend",
            "cancel",
            "all",
            "operate",
            "phase",
            "band",
            "fees",
            "round",
            "correct",
            "start",
            "ACME",
            "10",
            "@",
            "@12.50",
            "12.50",
            "stop",
            "show",
            "post",
            "ioc",
            "fok",
            "day",
            "halted",
            "off",
            "-1",
            "99999999999999999999",
            "1e9",
            "ann",
            "%",
            "+",
            "-"
        };
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
                line.append(words[random.nextInt(words.length)]).append(' ');
            }
            Input input = parser.parse(line.toString());
            if (input instanceof Submit submit
                    && submit.command() instanceof Command.EnterOrder c) {
                assertTrue(c.quantity() > 0 && c.price() >= 0 && c.stop() >= 0, line.toString());
                assertTrue(c.type().hasPrice() == c.price() > 0, line.toString());
            }
        }
    }

    private static Command special(
            OrderType type, TimeInForce stays, long price, long stop, long display, boolean post) {
        return new Command.EnterOrder(
                "ada", "ACME", Side.BUY, type, stays, price, 10, stop, display, post);
    }

    @Test
    void listingHasTermsWithDefaults() {
        assertEquals(
                new Command.ListInstrument("ada", "ACME", "ACME", 1, 1, 0), command("list ACME"));
        assertEquals(
                new Command.ListInstrument("ada", "ACME", "Acme Rockets Ltd", 5, 10, 500),
                command("list acme tick 0.05 lot 10 pool 500 name Acme Rockets Ltd"));
    }

    @Test
    void questions() {
        assertEquals(new Ask(Question.BOOK, "", "ACME"), parser.parse("book ACME"));
        assertEquals(new Ask(Question.TRADES, "", "ACME"), parser.parse("trades acme"));
        assertEquals(new Ask(Question.MARKET, "", ""), parser.parse("market"));
        assertEquals(new Ask(Question.ORDERS, "ada", ""), parser.parse("orders"));
        assertEquals(new Ask(Question.ACCOUNT, "ada", ""), parser.parse("account"));
        assertEquals(new Ask(Question.MEMBERS, "", ""), parser.parse("members"));
        assertEquals(new Ask(Question.LEADER, "", ""), parser.parse("  leader  "));
        assertInstanceOf(Quit.class, parser.parse("quit"));
        assertInstanceOf(Quit.class, parser.parse("exit"));
        assertTrue(assertInstanceOf(Local.class, parser.parse("help")).reply().ok());
    }

    @Test
    void issueMarketInGroup12sWords() {
        assertEquals(
                new Submit(new Command.TakeFromPool("client1", "A", 100), true),
                parser.parse("client1 b A 100"));
        assertEquals(
                new Submit(new Command.ReturnToPool("client2", "A", 100), true),
                parser.parse("client2 S a 100"));
        assertEquals(new Ask(Question.HOLDINGS, "client1", ""), parser.parse("client1 i"));
        assertEquals(new Ask(Question.HOLDINGS, "ada", ""), parser.parse("I"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deposit | SYNTAX | right would be: deposit 1000.00 or deposit ACME 100",
                "deposit 1 2 3 | SYNTAX | right would be: deposit",
                "deposit abc | BAD_AMOUNT | is not an amount",
                "deposit -5 | BAD_AMOUNT | is negative",
                "deposit 0 | BAD_AMOUNT | at least 0.01",
                "deposit 0.001 | BAD_AMOUNT | at most two",
                "deposit 1e3 | BAD_AMOUNT | is not an amount",
                "deposit 99999999999999999999 | BAD_AMOUNT | is too large",
                "deposit ACME -1 | BAD_QUANTITY | a quantity of shares such as 100 expected",
                "deposit ACME 0 | BAD_QUANTITY | at least 1",
                "deposit ACME 1.5 | BAD_QUANTITY | such as 100 expected",
                "deposit AC/ME 1 | BAD_NAME | such as ACME, not 'AC/ME'",
                "buy ACME | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 99999999999999999999 | BAD_QUANTITY | is too large",
                "buy ACME 10 @ | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 0 | BAD_PRICE | at least 0.01",
                "buy ACME 10 @ -1 | BAD_PRICE | is negative",
                "buy ACME 10 12.50 | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 12.50 ioc now | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 12.50 fok ioc | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 12.50 post post | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 12.50 show | SYNTAX | buy ACME 10 @ 12.50",
                "buy ACME 10 @ 12.50 show 0 | BAD_QUANTITY | at least 1",
                "buy ACME 10 stop 0 | BAD_PRICE | at least 0.01",
                "buy ACME 10 stop 99999999999999999999 | BAD_PRICE | is too large",
                "buy ACME 10 day | SYNTAX | an order without a price never rests",
                "buy ACME 10 gtc | SYNTAX | an order without a price never rests",
                "amend 17 | SYNTAX | amend 17 5 @ 12.40",
                "amend 17 5 12.40 | SYNTAX | amend 17 5 @ 12.40",
                "amend 17 0 | BAD_QUANTITY | at least 1",
                "amend x 5 | UNKNOWN_ORDER | such as 17 expected",
                "amend 17 5 @ | SYNTAX | amend 17 5 @ 12.40",
                "operate | SYNTAX | operate appoint ann",
                "operate phase ACME sleeping | SYNTAX | pre-open",
                "operate band ACME 12.50 100 | BAD_TERMS | at most 99.99",
                "operate band ACME 12.50 -1 | BAD_TERMS | percent such as",
                "operate fees ACME 0.1 | SYNTAX | operate fees",
                "operate round go | SYNTAX | start",
                "operate correct ann ACME 1.5 why | BAD_TERMS | whole number",
                "operate correct ann 5.00 | SYNTAX | REASON",
                "cancel | SYNTAX | cancel 17, cancel all or cancel all ACME",
                "cancel x | UNKNOWN_ORDER | such as 17 expected",
                "book | SYNTAX | book ACME",
                "market now | SYNTAX | market, without anything after it",
                "list ACME tick | SYNTAX | list ACME [tick 0.01]",
                "list ACME colour red | SYNTAX | list ACME [tick 0.01]",
                "depsoit 10 | SYNTAX | did you mean 'deposit'?",
                "client1 x A 100 | SYNTAX | unknown command 'client1'",
                "client1 b A | SYNTAX | client1 b A 100",
                "client1 b A -500 | BAD_QUANTITY | such as 100 expected",
                "cli/ent b A 5 | BAD_NAME | not 'cli/ent'"
            })
    void whatIsWrongIsSaidWithWhatWouldBeRight(String line, String reason, String message) {
        Reply reply = assertInstanceOf(Local.class, parser.parse(line)).reply();
        assertEquals(reason.strip(), reply.json().get("reason").getAsString());
        String said = reply.json().get("message").getAsString();
        assertTrue(said.contains(message.strip()), said);
    }

    private static Command order(Side side, OrderType type, TimeInForce stays, long price) {
        return new Command.EnterOrder("ada", "ACME", side, type, stays, price, 10);
    }

    private Command command(String line) {
        Input input = parser.parse(line);
        if (input instanceof Submit submit) {
            return submit.command();
        }
        return fail("not a command: " + input);
    }
}
