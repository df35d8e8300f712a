package outcry.fuzz;

import java.util.Random;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Commands of every kind that a trader or an operator can send, with figures of every size. */
public final class RandomOrders {
    private final Random random;

    public RandomOrders(Random random) {
        this.random = random;
    }

    public Command next() {
        String account = "ann";
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> order(account);
            case 3 -> new Command.CancelOrder(account, amount());
            case 4 -> new Command.CancelAll(account, symbolOrNone());
            case 5 -> amendment(account);
            case 6 -> new Command.DepositCash(account, amount());
            case 7 -> new Command.WithdrawCash(account, amount());
            case 8 -> new Command.DepositShares(account, symbol(), amount());
            case 9 -> new Command.WithdrawShares(account, symbol(), amount());
            case 10 -> new Command.TakeFromPool(account, symbol(), amount());
            case 11 -> new Command.ReturnToPool(account, symbol(), amount());
            case 12 ->
                    new Command.ListInstrument(
                            account, symbol(), "Acme Rockets", amount(), amount(), amount());
            case 13 -> new Command.Appoint(account, "bob", oneOf(Role.values()));
            case 14 -> new Command.SetPhase(account, symbolOrNone(), oneOf(Phase.values()));
            case 15 ->
                    random.nextBoolean()
                            ? new Command.SetBand(account, symbol(), amount(), percent())
                            : new Command.SetFees(account, symbol(), percent(), percent());
            case 16 -> new Command.Round(account, oneOf(RoundAction.values()));
            default ->
                    random.nextBoolean()
                            ? new Command.SetStart(account, symbolOrNone(), amount())
                            : new Command.Correct(
                                    account, "bob", symbolOrNone(), signed(), "typed twice");
        };
    }

    private Command order(String account) {
        OrderType type = oneOf(OrderType.values());
        boolean isMarket = type == OrderType.MARKET;
        TimeInForce time =
                isMarket
                        ? random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK
                        : oneOf(TimeInForce.values());
        return new Command.EnterOrder(
                account,
                symbol(),
                oneOf(Side.values()),
                type,
                time,
                type.hasPrice() ? amount() : 0,
                amount(),
                type.isStop() ? amount() : 0,
                random.nextInt(4) == 0 ? amount() : 0,
                random.nextInt(4) == 0);
    }

    private Command amendment(String account) {
        int which = random.nextInt(3);
        return new Command.AmendOrder(
                account, amount(), which == 0 ? 0 : amount(), which == 1 ? 0 : amount());
    }

    /** At least 1; of every magnitude a long has. */
    private long amount() {
        return 1 + (random.nextLong() >>> 1) / (1L << random.nextInt(63)) % (Long.MAX_VALUE - 1);
    }

    private long signed() {
        return random.nextBoolean() ? amount() : -amount();
    }

    private int percent() {
        return random.nextInt(1_000);
    }

    private String symbol() {
        return random.nextBoolean() ? "ACME" : "B.2-x_".toUpperCase(java.util.Locale.ROOT);
    }

    private String symbolOrNone() {
        return random.nextInt(3) == 0 ? "" : symbol();
    }

    private <E> E oneOf(E[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
