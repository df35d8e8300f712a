package outcry.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import outcry.cli.bench.OrderStream.Kind;
import outcry.cli.bench.OrderStream.Operation;
import outcry.market.MarketListener;
import outcry.market.Side;
import outcry.market.rules.Market;

/**
 * Makes a stream: 45 % new orders near the touch, 40 % cancels, 10 % orders that cross, 5 %
 * reductions. The same plan gives the same stream everywhere. What rests is followed by playing the
 * stream to a market, so cancels and reductions name orders that are there.
 */
public final class StreamGenerator implements MarketListener {
    private static final long MIDDLE = 10_000;
    private static final int DISTANCE_BITS = 10;
    private static final long QUANTITY_MAX = 100;

    private final StreamPlan plan;
    private final SplittableRandom random;
    private final Market market;
    private final List<Operation> operations = new ArrayList<>();

    /** Open quantity and account by order, and its place among those that rest, or -1. */
    private long[] open = new long[1_024];

    private int[] accounts = new int[1_024];
    private int[] places = new int[1_024];
    private int[] resting = new int[1_024];
    private int restingCount;
    private int orders;

    private StreamGenerator(StreamPlan plan) {
        this.plan = plan;
        this.random = new SplittableRandom(plan.seed());
        this.market = MatchBench.newMarket(plan.instruments(), StreamPlan.ACCOUNTS);
    }

    static OrderStream generate(StreamPlan plan) {
        StreamGenerator generator = new StreamGenerator(plan);
        while (generator.restingCount < plan.resting()) {
            generator.enter(Kind.NEW);
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

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        int order = (int) orderId;
        open[order] = quantity;
        if (restingCount == resting.length) {
            resting = Arrays.copyOf(resting, restingCount * 2);
        }
        places[order] = restingCount;
        resting[restingCount++] = order;
    }

    @Override
    public void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {
        open[(int) makerOrderId] = makerLeaves;
        if (makerLeaves == 0) {
            forget((int) makerOrderId);
        }
    }

    private void next() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            enter(Kind.NEW);
        } else if (dice < 55) {
            enter(Kind.IOC);
        } else if (restingCount == 0) {
            enter(Kind.NEW);
        } else {
            int order = resting[random.nextInt(restingCount)];
            if (dice < 95) {
                forget(order);
                play(new Operation(Kind.CANCEL, order, 0, accounts[order], false, 0, 0));
            } else {
                open[order] = 1 + open[order] / 2;
                play(new Operation(Kind.REDUCE, order, 0, accounts[order], false, 0, open[order]));
            }
        }
    }

    private void enter(Kind kind) {
        orders++;
        if (orders == open.length) {
            open = Arrays.copyOf(open, orders * 2);
            accounts = Arrays.copyOf(accounts, orders * 2);
            places = Arrays.copyOf(places, orders * 2);
        }
        boolean isBuy = random.nextBoolean();
        // As likely within two ticks of the middle as within four, eight, …: most are near.
        long distance = 1 + random.nextInt(1 << 1 + random.nextInt(DISTANCE_BITS));
        if (kind == Kind.IOC) {
            distance = -(1L << DISTANCE_BITS);
        }
        accounts[orders] = random.nextInt(StreamPlan.ACCOUNTS);
        play(
                new Operation(
                        kind,
                        orders,
                        random.nextInt(plan.instruments()),
                        accounts[orders],
                        isBuy,
                        isBuy ? MIDDLE - distance : MIDDLE + distance,
                        1 + random.nextLong(QUANTITY_MAX)));
    }

    private void play(Operation operation) {
        operations.add(operation);
        MatchBench.apply(market, MatchBench.command(operation), operation, this);
    }

    private void forget(int order) {
        int place = places[order];
        int last = resting[--restingCount];
        resting[place] = last;
        places[last] = place;
    }
}
