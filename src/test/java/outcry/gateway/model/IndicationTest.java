package outcry.gateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Request;
import outcry.market.Role;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage.Indication;
import outcry.wire.trader.ServerMessage.Instrument;

/** What a door says an auction would do is what the market does when it holds it (M14). */
class IndicationTest {
    private final Exchange exchange = new Exchange();
    private final MarketModel model = new MarketModel(ModelListener.NONE);
    private long index;
    private long number;

    @Test
    @DisplayName("M14 the indicative price and volume are those of the auction, at any time asked")
    void theIndicationIsWhatTheAuctionDoes() {
        Random random = new Random(14);
        open();
        int traded = 0;
        for (int round = 0; round < 300; round++) {
            apply(new Command.SetPhase("op", "ACME", Phase.PRE_OPEN));
            boolean asksEarly = random.nextBoolean();
            for (int i = random.nextInt(40); i >= 0; i--) {
                change(random);
                if (asksEarly) {
                    acme();
                }
            }
            Indication said = acme().indication();
            long volumeBefore = acme().volume();
            Answer answer = apply(new Command.SetPhase("op", "ACME", Phase.CONTINUOUS));
            assertEquals(said.volume(), answer.detail(), "round " + round);
            assertEquals(said.volume(), acme().volume() - volumeBefore);
            if (said.volume() > 0) {
                assertEquals(said.price(), acme().last(), "round " + round);
                traded++;
            } else {
                assertEquals(Indication.NONE, said);
            }
            assertEquals(Indication.NONE, acme().indication());
            if (round % 3 == 0) {
                apply(new Command.CancelAll("ann", ""));
                apply(new Command.CancelAll("bob", ""));
            }
        }
        assertTrue(traded > 100, "only " + traded + " auctions traded");
    }

    @Test
    @DisplayName("M14 a door that begins with a described state says the same")
    void aLaterDoorSaysTheSame() {
        open();
        apply(order("ann", Side.SELL, 1_000, 10, 0));
        apply(order("bob", Side.BUY, 1_000, 10, 0)); // the last trade: at 10.00
        apply(new Command.SetPhase("op", "ACME", Phase.CLOSING_AUCTION));
        apply(order("bob", Side.BUY, 1_010, 40, 5));
        apply(order("ann", Side.SELL, 990, 40, 0));
        MarketModel later = new MarketModel(ModelListener.NONE);
        later.begin(index, 0);
        exchange.describe(later);
        assertEquals(new Indication(1_000, 40), acme().indication());
        assertEquals(acme().indication(), later.instruments(0).instruments().get(2).indication());
        assertEquals(1_000, later.instruments(0).instruments().get(2).last());
    }

    private void open() {
        exchange.describe(model);
        for (String account : new String[] {"op", "ann", "bob"}) {
            apply(new Command.OpenAccount(account, new byte[16], new byte[32]));
        }
        apply(new Command.DepositShares("ann", "ACME", 1_000_000));
        apply(new Command.DepositShares("bob", "ACME", 1_000_000));
        apply(new Command.DepositCash("ann", 100_000_000_000L));
        apply(new Command.DepositCash("bob", 100_000_000_000L));
        apply(new Command.Appoint("op", "op", Role.OPERATOR));
    }

    private void change(Random random) {
        String account = random.nextBoolean() ? "ann" : "bob";
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long price = 990 + random.nextInt(21);
        long quantity = 1 + random.nextInt(50);
        var orders = model.account(account).orders();
        if (random.nextInt(4) > 0 || orders.isEmpty()) {
            apply(order(account, side, price, quantity, random.nextInt(5) == 0 ? 7 : 0));
            return;
        }
        long id = orders.iterator().next().orderId();
        apply(
                switch (random.nextInt(3)) {
                    case 0 -> new Command.CancelOrder(account, id);
                    case 1 -> new Command.AmendOrder(account, id, price, 0);
                    default -> new Command.AmendOrder(account, id, 0, quantity);
                });
    }

    private static Command order(
            String account, Side side, long price, long quantity, long display) {
        return new Command.EnterOrder(
                account,
                "ACME",
                side,
                OrderType.LIMIT,
                TimeInForce.GTC,
                price,
                quantity,
                0,
                display,
                false);
    }

    private Instrument acme() {
        return model.instruments(0).instruments().get(2);
    }

    private Answer apply(Command command) {
        index++;
        model.begin(index, index);
        boolean isOpening = command instanceof Command.OpenAccount;
        Request request =
                isOpening
                        ? new Request(0, 0, 0, command)
                        : new Request(1, ++number, number - 1, command);
        return exchange.apply(index, index, request, model).answer();
    }
}
