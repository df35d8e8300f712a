package outcry.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Request;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** A checkpoint comes from another node: whatever it holds is a state, or is refused (G34). */
class CheckpointGarbageTest {
    private static final int ROUNDS = 20_000;

    @Test
    void g34_aDamagedCheckpointIsReadOrRefusedAndNothingElse() {
        byte[] checkpoint = checkpoint();
        Random random = new Random(34);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = checkpoint.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 9));
            }
            try {
                Exchange.restore(damaged);
            } catch (MalformedException expected) {
                refused++;
            }
        }
        assertTrue(refused > ROUNDS / 4, "refused: " + refused);
    }

    private static byte[] checkpoint() {
        Exchange exchange = new Exchange();
        MarketListener nobody = new MarketListener() {};
        long index = 0;
        for (String account : new String[] {"ann", "bob"}) {
            Command[] commands = {
                new Command.OpenAccount(account, new byte[16], new byte[32]),
                new Command.DepositCash(account, 1_000_000),
                new Command.DepositShares(account, "ACME", 500),
                order(account, Side.BUY, 1_000),
                order(account, Side.BUY, 1_010),
                order(account, Side.SELL, 1_020),
                order(account, Side.SELL, 1_005)
            };
            for (int number = 1; number <= commands.length; number++) {
                Request request = new Request(account.hashCode(), number, 0, commands[number - 1]);
                exchange.apply(++index, 1_000 * index, request, nobody);
            }
        }
        return exchange.checkpoint();
    }

    private static Command order(String account, Side side, long price) {
        return new Command.EnterOrder(
                account, "ACME", side, OrderType.LIMIT, TimeInForce.GTC, price, 10);
    }
}
