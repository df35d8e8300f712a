package outcry.simulation;

import java.util.ArrayList;
import java.util.List;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.simulation.world.Chance;

/**
 * What one trader wants next: an account, cash and shares first, then orders round one price on two
 * instruments, cancels, movements of cash, shares and the pool, and now and then something that
 * must be rejected.
 */
final class Workload {
    private static final String[] INSTRUMENTS = {"A", "B"};
    private static final long MID_PRICE = 10_000;
    private static final long SPREAD = 40;
    private static final int ORDERS_REMEMBERED = 16;

    private final Chance chance;
    private final String account;
    private final List<Long> restingOrders = new ArrayList<>();
    private int asked;

    Workload(Chance chance, String account) {
        this.chance = chance;
        this.account = account;
    }

    String account() {
        return account;
    }

    Command next() {
        asked++;
        switch (asked) {
            case 1:
                return new Command.OpenAccount(account, new byte[] {1, 2}, new byte[] {3, 4, 5});
            case 2:
                return new Command.DepositCash(account, chance.between(1, 50) * 1_000_000);
            case 3:
                return new Command.DepositShares(account, "A", chance.between(1, 500));
            default:
                return any();
        }
    }

    /** Remembers orders that can be cancelled later. */
    void onAnswer(Answer answer) {
        if (answer.resting() > 0) {
            restingOrders.add(answer.orderId());
            if (restingOrders.size() > ORDERS_REMEMBERED) {
                restingOrders.remove(0);
            }
        }
    }

    private Command any() {
        int dice = (int) chance.below(100);
        if (dice < 60) {
            return order();
        } else if (dice < 75) {
            return cancel();
        } else if (dice < 82) {
            return new Command.TakeFromPool(account, instrument(), chance.between(1, 400));
        } else if (dice < 88) {
            return new Command.ReturnToPool(account, instrument(), chance.between(1, 400));
        } else if (dice < 91) {
            return new Command.DepositCash(account, chance.between(1, 1_000_000));
        } else if (dice < 94) {
            return new Command.WithdrawCash(account, chance.between(1, 1_000_000));
        } else if (dice < 96) {
            return new Command.DepositShares(account, instrument(), chance.between(1, 100));
        } else if (dice < 98) {
            return new Command.WithdrawShares(account, instrument(), chance.between(1, 100));
        }
        return nonsense();
    }

    private Command order() {
        boolean market = chance.percent(10);
        Side side = chance.percent(50) ? Side.BUY : Side.SELL;
        return new Command.EnterOrder(
                account,
                instrument(),
                side,
                market ? OrderType.MARKET : OrderType.LIMIT,
                market || chance.percent(15) ? TimeInForce.IOC : TimeInForce.GTC,
                market ? 0 : MID_PRICE + chance.between(-SPREAD, SPREAD),
                chance.between(1, 60));
    }

    private Command cancel() {
        if (restingOrders.isEmpty() || chance.percent(5)) {
            return new Command.CancelAll(account, chance.percent(50) ? "" : instrument());
        }
        int chosen = (int) chance.below(restingOrders.size());
        return new Command.CancelOrder(account, restingOrders.remove(chosen));
    }

    private Command nonsense() {
        return chance.percent(50)
                ? new Command.CancelOrder(account, 1_000_000 + chance.below(1_000))
                : new Command.DepositCash(account, -chance.below(5));
    }

    private String instrument() {
        return INSTRUMENTS[(int) chance.below(INSTRUMENTS.length)];
    }
}
