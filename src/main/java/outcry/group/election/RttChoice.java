package outcry.group.election;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;

/**
 * Lowest mean round trip wins (Group 9's election): every live voter reports its mean round trip to
 * the others; ties, after rounding to 0.1 ms, go to the lower address, then the lower id.
 */
final class RttChoice implements Choice {
    private static final long RESOLUTION_NANOS = 100_000;
    private static final long UNMEASURED = Long.MAX_VALUE;

    private record Report(long meanNanos, long atNanos) {}

    private final Context context;
    private final Map<Long, Report> reports = new TreeMap<>();
    private long reportsTerm;
    private long beganNanos;
    private boolean running;

    RttChoice(Context context) {
        this.context = context;
    }

    @Override
    public void begin(long round, boolean handOver) {
        running = true;
        beganNanos = context.now();
        long mean = context.peers().meanRoundTripNanos();
        report(context.id(), mean);
        for (NodeInfo voter : context.peers().liveVoters()) {
            if (voter.id() != context.id()) {
                context.sendLink(voter.id(), new Message.RttReport(context.term(), round, mean));
            }
        }
    }

    @Override
    public void receive(long from, Message message) {
        if (message instanceof Message.RttReport report && report.term() == context.term()) {
            report(from, report.meanNanos());
        }
    }

    private void report(long from, long meanNanos) {
        if (reportsTerm != context.term()) {
            reportsTerm = context.term();
            reports.clear();
        }
        reports.put(from, new Report(meanNanos, context.now()));
        context.observe(
                Kind.REPORT,
                from,
                meanNanos,
                0,
                context.name(from)
                        + " reports "
                        + (meanNanos == UNMEASURED
                                ? "no round trip yet"
                                : "a mean round trip of " + meanNanos / 1_000 + " µs"));
    }

    @Override
    public long decide(boolean last) {
        if (!running) {
            return NOBODY;
        }
        List<NodeInfo> live = context.peers().liveVoters();
        NodeInfo best = null;
        long bestMean = 0;
        for (NodeInfo voter : live) {
            Report report = reportsTerm == context.term() ? reports.get(voter.id()) : null;
            // A report that came shortly before this round began belongs to the same crash.
            boolean fresh =
                    report != null
                            && report.atNanos() >= beganNanos - context.timing().suspicionNanos();
            if (!fresh) {
                if (!last) {
                    return NOBODY;
                }
                continue;
            }
            long mean =
                    report.meanNanos() == UNMEASURED
                            ? UNMEASURED
                            : report.meanNanos() / RESOLUTION_NANOS;
            if (best == null
                    || mean < bestMean
                    || mean == bestMean && RingOrder.ORDER.compare(voter, best) < 0) {
                best = voter;
                bestMean = mean;
            }
        }
        return best == null ? NOBODY : best.id();
    }

    @Override
    public void end() {
        running = false;
        reports.clear();
    }
}
