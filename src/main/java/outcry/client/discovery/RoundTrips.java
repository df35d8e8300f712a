package outcry.client.discovery;

import java.util.Arrays;

/**
 * The round trips measured to one node: bursts of probes, and the median of the latest answers
 * (G8). A burst goes on until it has enough answers or has asked often enough; the next follows ten
 * seconds later, sooner when the node did not answer at all.
 *
 * <p>Pure: times are monotonic nanoseconds handed in. Owned by the client loop's thread.
 */
public final class RoundTrips {
    static final int SAMPLES = 5;
    static final int SAMPLES_MIN = 3;
    static final long SPACING_NANOS = 20_000_000L;
    static final long MEASURE_AGAIN_NANOS = 10_000_000_000L;
    private static final long RETRY_NANOS = 1_000_000_000L;
    private static final int PROBES_PER_BURST = 10;

    private final long[] samples = new long[SAMPLES];
    private int sampleCount;

    /** Send times of probes that may still be answered, in a ring; 0 marks a free place. */
    private final long[] awaited = new long[PROBES_PER_BURST];

    private int probesInBurst;
    private int answersInBurst;
    private long nextProbeNanos;
    private long lastAnswerNanos;

    RoundTrips(long nowNanos) {
        nextProbeNanos = nowNanos;
        lastAnswerNanos = nowNanos;
    }

    boolean isProbeDue(long nowNanos) {
        return nowNanos - nextProbeNanos >= 0;
    }

    /** A probe that carries {@code nowNanos} was sent. */
    void probeSent(long nowNanos) {
        awaited[probesInBurst % awaited.length] = nowNanos;
        probesInBurst++;
        if (probesInBurst >= PROBES_PER_BURST) {
            endBurst(nowNanos);
        } else {
            nextProbeNanos = nowNanos + SPACING_NANOS;
        }
    }

    /**
     * The answer to the probe sent at {@code sentNanos} arrived.
     *
     * @return false when no such probe waits for an answer: a duplicate, or made up
     */
    boolean answered(long sentNanos, long nowNanos) {
        for (int i = 0; i < awaited.length; i++) {
            if (awaited[i] == sentNanos && sentNanos != 0) {
                awaited[i] = 0;
                add(Math.max(1, nowNanos - sentNanos));
                lastAnswerNanos = nowNanos;
                answersInBurst++;
                if (answersInBurst >= SAMPLES && probesInBurst > 0) {
                    endBurst(nowNanos);
                }
                return true;
            }
        }
        return false;
    }

    /** Starts a burst at once: doubt about the node needs fresh evidence. */
    void probeNow(long nowNanos) {
        if (nextProbeNanos - nowNanos > SPACING_NANOS) {
            nextProbeNanos = nowNanos;
        }
    }

    /** Whether enough probes were answered for a median. */
    public boolean isMeasured() {
        return sampleCount >= SAMPLES_MIN;
    }

    /** Median of the latest answers in nanoseconds, or 0 when there are too few. */
    public long medianNanos() {
        if (!isMeasured()) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(samples, Math.min(sampleCount, SAMPLES));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** When the node last answered a probe; its first sight before that. */
    public long lastAnswerNanos() {
        return lastAnswerNanos;
    }

    private void add(long roundTripNanos) {
        samples[sampleCount % SAMPLES] = roundTripNanos;
        // Beyond the window only the place matters, so the count may stay small for ever.
        sampleCount = sampleCount + 1 >= 2 * SAMPLES ? SAMPLES : sampleCount + 1;
    }

    private void endBurst(long nowNanos) {
        nextProbeNanos = nowNanos + (answersInBurst == 0 ? RETRY_NANOS : MEASURE_AGAIN_NANOS);
        probesInBurst = 0;
        answersInBurst = 0;
    }
}
