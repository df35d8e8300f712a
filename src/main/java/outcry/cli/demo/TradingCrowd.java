package outcry.cli.demo;

import java.io.IOException;
import java.util.List;
import outcry.bots.BotFarm;
import outcry.bots.BotPlan;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;

/** The bots of a demo, possibly none. One thread starts and stops them. */
final class TradingCrowd implements AutoCloseable {
    static final List<String> INSTRUMENTS = List.of("NVIDIA", "APPLE", "ACME");
    private static final long SEED = 1;
    private static final double ORDERS_PER_SECOND_EACH = 5;

    private final int count;
    private ClientLoop loop;
    private BotFarm farm;

    TradingCrowd(int count) {
        this.count = count;
    }

    void start(ClientConfig config) throws IOException {
        if (count > 0) {
            loop = ClientLoop.start(config);
            BotPlan plan = new BotPlan(count, SEED, INSTRUMENTS, count * ORDERS_PER_SECOND_EACH);
            farm = BotFarm.start(loop, plan);
        }
    }

    /** Commands the exchange has answered so far. */
    long answered() {
        return farm == null ? 0 : farm.counts().accepted() + farm.counts().rejected();
    }

    /** Lets the bots cancel their orders and leave; harmless when repeated. */
    @Override
    public void close() {
        if (farm != null) {
            farm.close();
            farm = null;
            loop.close();
        }
    }
}
