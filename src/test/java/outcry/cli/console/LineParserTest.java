package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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
                "buy ACME 10 @ 12.50 fok | NOT_SUPPORTED | 'fok' is not in this version",
                "sell ACME 10 @ 12.50 day | NOT_SUPPORTED | 'day' is not in this version",
                "sell ACME 10 @ 12.50 post | NOT_SUPPORTED | 'post' is not in this version",
                "buy ACME 10 gtc | SYNTAX | an order without a price never rests",
                "amend 17 5 @ 12.40 | NOT_SUPPORTED | cancel the order and enter a new one",
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
