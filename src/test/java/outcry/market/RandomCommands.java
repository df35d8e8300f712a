package outcry.market;

import java.util.ArrayList;
import java.util.List;
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

    private static final Phase[] PHASES = Phase.values();

    private static final int KNOWN_MAX = 150;

    /** An order that was seen to rest. */
    private record Known(String account, long orderId) {}

    private final List<Known> known = new ArrayList<>();
    private final SplittableRandom random;
    private final boolean everything;
    private long ordersGuess;
    private long centre = 1_000;

    /** Limit and market orders and transfers. */
    RandomCommands(long seed) {
        this(seed, false);
    }

    private RandomCommands(long seed, boolean everything) {
        random = new SplittableRandom(seed);
        this.everything = everything;
    }

    /** Every type of order, amendments, and an operator who changes phases, bands and fees. */
    static RandomCommands ofEverything(long seed) {
        return new RandomCommands(seed, true);
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
            case 6:
                return everything ? new Command.Appoint(account, "ann", Role.OPERATOR) : next();
            case 7:
                return everything ? new Command.SetFees("ann", "ACME", 10, 25) : next();
            default:
                return next();
        }
    }

    Command next() {
        centre = Math.max(50, centre + random.nextInt(-2, 3));
        if (everything && random.nextInt(12) == 0) {
            Known one = known();
            return new Command.AmendOrder(
                    one.account(),
                    one.orderId(),
                    random.nextBoolean() ? 0 : price(Side.BUY, "A"),
                    random.nextBoolean() ? 0 : amount(random.nextBoolean() ? 100 : 10));
        }
        if (everything && random.nextInt(60) == 0) {
            return operate();
        }
        int dice = random.nextInt(1_000);
        if (dice < 550) {
            return order();
        } else if (dice < 850) {
            Known one = known();
            return new Command.CancelOrder(one.account(), one.orderId());
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

    /** Learns which orders there are; without it, ids are guessed. */
    void note(Command command, Answer answer) {
        if (answer.resting() > 0) {
            known.add(new Known(command.account(), answer.orderId()));
            if (known.size() > KNOWN_MAX) {
                known.remove(random.nextInt(KNOWN_MAX));
            }
        }
    }

    private Command order() {
        ordersGuess++;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String instrument = instrument();
        long quantity = amount(100);
        if (instrument.equals("LOTS") && random.nextInt(20) > 0) {
            quantity *= 10;
        }
        if (everything && random.nextInt(3) == 0) {
            return specialOrder(side, instrument, quantity);
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

    /** Stops, icebergs, post-only, FOK and DAY, now and then with terms that do not go together. */
    private Command specialOrder(Side side, String instrument, long usualQuantity) {
        long quantity = usualQuantity;
        OrderType type = OrderType.LIMIT;
        TimeInForce time = random.nextInt(3) == 0 ? TimeInForce.DAY : TimeInForce.GTC;
        long stop = 0;
        long display = 0;
        boolean postOnly = false;
        long price = price(side, instrument);
        switch (random.nextInt(6)) {
            case 0 -> {
                type = OrderType.STOP;
                stop = price(side.opposite(), instrument);
                price = 0;
            }
            case 1 -> {
                type = OrderType.STOP_LIMIT;
                stop = price(side.opposite(), instrument);
            }
            case 2 -> {
                display = Math.max(1, quantity / random.nextInt(1, 12));
                if (instrument.equals("LOTS")) {
                    display = Math.max(10, display - display % 10);
                }
            }
            case 3 -> postOnly = true;
            case 4 -> time = TimeInForce.FOK;
            default -> {
                type = OrderType.MARKET;
                time = TimeInForce.FOK;
                price = 0;
            }
        }
        if (display > 0 && random.nextInt(30) == 0) {
            display = random.nextBoolean() ? 3 : odd();
            quantity = random.nextBoolean() ? quantity : 30_000;
        }
        if (random.nextInt(40) == 0) {
            time = TimeInForce.values()[random.nextInt(4)];
            type = OrderType.values()[random.nextInt(4)];
            stop = random.nextInt(2) == 0 ? 0 : amount(2_000);
            display = random.nextInt(2) == 0 ? 0 : odd();
            postOnly = random.nextBoolean();
        }
        return new Command.EnterOrder(
                account(), instrument, side, type, time, price, quantity, stop, display, postOnly);
    }

    private Command operate() {
        String operator = random.nextInt(10) == 0 ? account() : "ann";
        String one = random.nextInt(20) == 0 ? "" : instrument();
        switch (random.nextInt(16)) {
            case 0, 1, 2:
                return new Command.SetPhase(operator, "", Phase.CONTINUOUS);
            case 3, 4, 5:
                return new Command.SetPhase(operator, one, PHASES[random.nextInt(PHASES.length)]);
            case 6, 7:
                return new Command.SetPhase(operator, one, Phase.PRE_OPEN);
            case 8:
                return new Command.SetBand(
                        operator,
                        one,
                        random.nextInt(8) == 0 ? odd() : centre - centre % 5,
                        random.nextInt(-1, 2_000));
            case 9:
                return new Command.SetFees(
                        operator, one, random.nextInt(-1, 40), random.nextInt(60));
            case 10, 11, 12:
                RoundAction[] actions = RoundAction.values();
                // Resets are rare, for they empty every book.
                int last = random.nextInt(12) == 0 ? actions.length : actions.length - 1;
                return new Command.Round(operator, actions[random.nextInt(last)]);
            case 13:
                return new Command.SetStart(
                        operator,
                        one,
                        one.isEmpty() ? 10_000_000 + amount(1_000_000) : 10 * amount(400));
            case 14:
                Role role = random.nextInt(30) == 0 ? Role.OPERATOR : Role.TRADER;
                return new Command.Appoint(operator, random.nextBoolean() ? "bob" : "cy", role);
            default:
                return new Command.Correct(
                        operator,
                        account(),
                        one,
                        random.nextBoolean() ? amount(20_000) : -amount(20_000),
                        random.nextInt(20) == 0 ? "" : "a correction");
        }
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

    private Known known() {
        if (known.isEmpty() || random.nextInt(8) == 0) {
            return new Known(account(), orderId());
        }
        return known.get(random.nextInt(known.size()));
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
