package outcry.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import outcry.cli.bench.OrderStream.Kind;
import outcry.cli.bench.OrderStream.Operation;

/**
 * Makes a stream: 45 % new orders near the touch, 40 % cancels, 10 % orders that cross, 5 %
 * reductions. The same plan gives the same stream everywhere.
 *
 * <p>What rests is followed by playing the stream to a market, so cancels and reductions name
 * orders that are there, and the number of resting orders is kept within a tenth of the plan's: an
 * order that crosses takes, on the average, half an order away, and beyond the tenth there is a
 * cancel in the place of a new order or a new order in the place of a cancel.
 */
final class StreamGenerator {
    private static final int NEW_PERCENT = 45;
    private static final int CANCEL_PERCENT = 40;
    private static final int CROSSING_PERCENT = 10;
    private static final long MIDDLE = 10_000;
    private static final int DISTANCE_BITS = 10;
    private static final int QUANTITY_MAX = 100;

    private final StreamPlan plan;
    private final SplittableRandom random;
    private final RestingOrders resting = new RestingOrders();
    private final BenchMarket market;
    private final List<Operation> operations = new ArrayList<>();
    private int orders;

    private StreamGenerator(StreamPlan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.market = new BenchMarket(plan.instruments(), StreamPlan.ACCOUNTS, new Tally(resting));
    }

    static OrderStream generate(StreamPlan plan) {
        StreamGenerator generator = new StreamGenerator(plan);
        while (generator.resting.count() < plan.resting()) {
            generator.enter(Kind.NEW, QUANTITY_MAX);
        }
        List<Operation> filling = List.copyOf(generator.operations);
        generator.operations.clear();
        while (generator.operations.size() < plan.operations()) {
            generator.next();
        }
        return new OrderStream(
                plan.toString(),
                plan.instruments(),
                StreamPlan.ACCOUNTS,
                filling,
                List.copyOf(generator.operations));
    }

    private void next() {
        int dice = random.nextInt(100);
        int tenth = plan.resting() / 10;
        if (dice < NEW_PERCENT + CANCEL_PERCENT) {
            boolean isFull = resting.count() > plan.resting() + tenth;
            boolean isShort = resting.count() == 0 || resting.count() < plan.resting() - tenth;
            if (isShort || dice < NEW_PERCENT && !isFull) {
                enter(Kind.NEW, QUANTITY_MAX);
            } else {
                reduce(Kind.CANCEL);
            }
        } else if (dice < NEW_PERCENT + CANCEL_PERCENT + CROSSING_PERCENT) {
            enter(Kind.IOC, QUANTITY_MAX / 2);
        } else if (resting.count() > 0) {
            reduce(Kind.REDUCE);
        }
    }

    private void enter(Kind kind, int quantityMax) {
        boolean isBuy = random.nextBoolean();
        // As likely within two ticks of the middle as within four, eight, …: most are near.
        long distance = 1 + random.nextInt(1 << 1 + random.nextInt(DISTANCE_BITS));
        if (kind == Kind.IOC) {
            distance = -(1L << DISTANCE_BITS);
        }
        // Who rests never crosses: no engine's rule for orders of one account makes a difference.
        int account = 2 * random.nextInt(StreamPlan.ACCOUNTS / 2) + (kind == Kind.NEW ? 0 : 1);
        play(
                new Operation(
                        kind,
                        ++orders,
                        random.nextInt(plan.instruments()),
                        account,
                        isBuy,
                        isBuy ? MIDDLE - distance : MIDDLE + distance,
                        1 + random.nextInt(quantityMax)));
    }

    /** Cancels a resting order, or halves it. */
    private void reduce(Kind kind) {
        int order = resting.draw(random);
        int account = resting.account(order);
        long left = kind == Kind.CANCEL ? 0 : 1 + resting.open(order) / 2;
        play(new Operation(kind, order, 0, account, false, 0, left));
        resting.setOpen(order, left);
    }

    private void play(Operation operation) {
        operations.add(operation);
        market.apply(operation);
    }
}
