package outcry.simulation.world;

import java.util.List;
import outcry.market.Answer;
import outcry.market.Request;

/** A trader's connection to one process: ordered both ways until it breaks. */
public final class TraderConnection {
    private final World world;
    private final TraderEnd trader;
    private final VirtualProcess process;
    private boolean open = true;
    private long lastRequestNanos;
    private long lastAnswerNanos;

    TraderConnection(World world, TraderEnd trader, VirtualProcess process) {
        this.world = world;
        this.trader = trader;
        this.process = process;
    }

    public VirtualProcess process() {
        return process;
    }

    /** Whether neither side has closed it. */
    public boolean isOpen() {
        return open;
    }

    /** Sends requests together, as one burst. */
    public void send(List<Request> requests) {
        lastRequestNanos = Math.max(lastRequestNanos, arrivalNanos());
        world.schedule().at(lastRequestNanos, () -> process.whenRunning(() -> receive(requests)));
    }

    /** The trader hangs up; what it asked may still happen. */
    public void hangUp() {
        open = false;
        world.schedule()
                .at(lastRequestNanos, () -> process.whenRunning(() -> process.onHungUp(this)));
    }

    /** The trader's machine is gone: nobody tells the process. */
    public void vanish() {
        open = false;
    }

    void answer(long number, Answer answer) {
        lastAnswerNanos = Math.max(lastAnswerNanos, arrivalNanos());
        world.schedule()
                .at(
                        lastAnswerNanos,
                        () -> {
                            if (open) {
                                trader.onAnswer(this, number, answer);
                            }
                        });
    }

    /**
     * The process closed the connection, or died.
     *
     * @param losesAnswers whether answers under way are lost
     */
    void closeByProcess(boolean losesAnswers) {
        if (losesAnswers) {
            lastAnswerNanos = 0;
        }
        lastAnswerNanos = Math.max(lastAnswerNanos, arrivalNanos());
        if (losesAnswers) {
            close();
        } else {
            world.schedule().at(lastAnswerNanos, this::close);
        }
    }

    private void close() {
        if (open) {
            open = false;
            world.schedule().at(lastAnswerNanos, () -> trader.onClosed(this));
        }
    }

    private void receive(List<Request> requests) {
        if (trader.accepts(process)) {
            process.onRequests(this, requests);
        } else {
            closeByProcess(false);
        }
    }

    private long arrivalNanos() {
        return world.schedule().nowNanos() + world.network().linkDelay();
    }
}
