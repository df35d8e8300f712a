package outcry.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tinylog.Logger;
import outcry.client.ClientLoop;

/**
 * A number of bots on one client loop: market makers and noise traders, each with an account and a
 * session of its own. Any thread may start, count and stop it.
 */
public final class BotFarm implements AutoCloseable {
    private static final long STEP_NANOS = 250_000_000L;
    private static final long STOP_WAIT_SECONDS = 5;

    private final ClientLoop loop;
    private final Tally tally = new Tally();
    private final FairValues fairValues;
    private final List<Bot> bots = new ArrayList<>();
    private boolean walking = true;

    private BotFarm(ClientLoop loop, BotPlan plan) {
        this.loop = loop;
        this.fairValues = new FairValues(plan.seed(), plan.instruments());
        Random seeds = new Random(plan.seed());
        long intervalNanos = Math.round(1e9 * plan.count() / plan.ordersPerSecond());
        String seed = Long.toHexString(plan.seed());
        for (int i = 0; i < plan.count(); i++) {
            Random random = new Random(seeds.nextLong());
            boolean maker = plan.isMaker(i);
            Strategy strategy = maker ? new MarketMaker(random) : new NoiseTrader(random);
            bots.add(
                    new Bot(
                            loop,
                            (maker ? "maker-" : "noise-") + seed + "-" + (i + 1),
                            "play money of seed " + seed,
                            strategy,
                            plan.instruments(),
                            fairValues,
                            tally,
                            intervalNanos));
        }
    }

    /**
     * Starts the bots; they log in and begin to trade as soon as an exchange is found.
     *
     * @throws IllegalStateException when the loop is closed
     */
    public static BotFarm start(ClientLoop loop, BotPlan plan) {
        BotFarm farm = new BotFarm(loop, plan);
        loop.execute(
                () -> {
                    farm.bots.forEach(Bot::start);
                    farm.walk();
                });
        return farm;
    }

    private void walk() {
        if (walking) {
            fairValues.step();
            loop.schedule(STEP_NANOS, this::walk);
        }
    }

    /** What the bots did so far. */
    public BotCounts counts() {
        return tally.counts();
    }

    /**
     * Lets the bots cancel their orders and leave.
     *
     * @return ends with the final counts when the last answer is there; without a leader that may
     *     take as long as there is none
     */
    public CompletableFuture<BotCounts> stop() {
        CompletableFuture<BotCounts> done = new CompletableFuture<>();
        loop.execute(
                () -> {
                    walking = false;
                    CompletableFuture<?>[] all =
                            bots.stream().map(Bot::stop).toArray(CompletableFuture<?>[]::new);
                    CompletableFuture.allOf(all).thenRun(() -> done.complete(tally.counts()));
                });
        return done;
    }

    /** Stops the bots; those that cannot finish within five seconds leave as they are. */
    @Override
    public void close() {
        try {
            stop().get(STOP_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            Logger.debug("bots leave with {} unanswered", counts().unanswered());
            loop.execute(() -> bots.forEach(Bot::leave));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
