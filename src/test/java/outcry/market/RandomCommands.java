package outcry.market;

import java.util.SplittableRandom;

/**
 * A seeded stream of commands: mostly sensible orders near a wandering price, so that books grow,
 * cross and empty; some far prices, some cancels and transfers, and some of everything a market
 * must refuse.
 */
final class RandomCommands {
    private static final String[] ACCOUNTS = {"ann", "bob", "cy", "dee", "eve", "Fay_1", "g.h-i"};
    private static final String[] INSTRUMENTS = {"A", "B", "ACME", "LOTS"};
    private static final String[] BAD_NAMES = {"", "no spaces", "lower", "Ü", "x".repeat(33)};
    private static final long[] ODD_AMOUNTS = {
        0,
        -1,
        3,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Limits.QUANTITY_MAX,
        Limits.QUANTITY_MAX + 1,
        Limits.PRICE_MAX,
        Limits.CASH_MAX,
        Limits.CASH_MAX + 1,
        3_037_000_500L,
        Long.MAX_VALUE / 7
    };

    private final SplittableRandom random;
    private long ordersGuess;
    private long centre = 1_000;

    RandomCommands(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Commands that open the accounts, fund them and list the instruments, by their turn. */
    Command opening(int turn) {
        String account = ACCOUNTS[turn % ACCOUNTS.length];
        switch (turn / ACCOUNTS.length) {
            case 0:
                return new Command.OpenAccount(account, new byte[] {1}, new byte[] {2});
            case 1:
                // Two are poor, so that cash runs out too.
                return new Command.DepositCash(
                        account, turn % ACCOUNTS.length < 2 ? 200_003 : 50_000_000);
            case 2:
                return new Command.DepositShares(account, "ACME", 20_000);
            case 3:
                return new Command.ListInstrument(account, "LOTS", "In lots", 5, 10, 100_000);
            case 4:
                return new Command.TakeFromPool(account, "LOTS", 10_000);
            case 5:
                return new Command.TakeFromPool(account, "A", 600);
            default:
                return next();
        }
    }

    Command next() {
        centre = Math.max(50, centre + random.nextInt(-2, 3));
        int dice = random.nextInt(1_000);
        if (dice < 550) {
            return order();
        } else if (dice < 850) {
            return new Command.CancelOrder(account(), orderId());
        } else if (dice < 853) {
            return new Command.CancelAll(account(), random.nextBoolean() ? "" : instrument());
        } else if (dice < 880) {
            return new Command.DepositCash(account(), amount(200_000));
        } else if (dice < 900) {
            return new Command.WithdrawCash(account(), amount(200_000));
        } else if (dice < 925) {
            return new Command.DepositShares(account(), instrument(), amount(500));
        } else if (dice < 945) {
            return new Command.WithdrawShares(account(), instrument(), amount(500));
        } else if (dice < 965) {
            return new Command.TakeFromPool(account(), instrument(), amount(300));
        } else if (dice < 985) {
            return new Command.ReturnToPool(account(), instrument(), amount(300));
        } else if (dice < 993) {
            byte[] hash = {(byte) random.nextInt(2)};
            return new Command.OpenAccount(account(), new byte[1], hash);
        }
        return new Command.ListInstrument(
                account(), instrument(), "Some name", amount(10), amount(10), amount(1_000));
    }

    private Command order() {
        ordersGuess++;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String instrument = instrument();
        long quantity = amount(100);
        if (instrument.equals("LOTS") && random.nextInt(20) > 0) {
            quantity *= 10;
        }
        boolean isMarket = random.nextInt(12) == 0;
        long price = isMarket ? 0 : price(side, instrument);
        return new Command.EnterOrder(
                account(),
                instrument,
                side,
                isMarket ? OrderType.MARKET : OrderType.LIMIT,
                random.nextInt(6) == 0 ? TimeInForce.IOC : TimeInForce.GTC,
                isMarket && random.nextInt(50) == 0 ? 7 : price,
                quantity);
    }

    private long price(Side side, String instrument) {
        long away = random.nextInt(8) == 0 ? -random.nextInt(10) : random.nextInt(30);
        if (random.nextInt(40) == 0) {
            away = random.nextInt(400);
        }
        long price = side == Side.BUY ? centre - away : centre + away;
        if (random.nextInt(60) == 0) {
            price = 1L << random.nextInt(45);
        }
        if (instrument.equals("LOTS") && random.nextInt(20) > 0) {
            price -= price % 5;
        }
        return random.nextInt(200) == 0 ? odd() : price;
    }

    private long orderId() {
        return Math.max(1, ordersGuess * 3 / 4 - random.nextInt(400));
    }

    private String account() {
        return random.nextInt(200) == 0 ? badName() : ACCOUNTS[random.nextInt(ACCOUNTS.length)];
    }

    private String instrument() {
        return random.nextInt(200) == 0
                ? badName()
                : INSTRUMENTS[random.nextInt(INSTRUMENTS.length)];
    }

    private String badName() {
        return BAD_NAMES[random.nextInt(BAD_NAMES.length)];
    }

    private long amount(int usual) {
        return random.nextInt(150) == 0 ? odd() : 1 + random.nextInt(usual);
    }

    private long odd() {
        return ODD_AMOUNTS[random.nextInt(ODD_AMOUNTS.length)];
    }
}
