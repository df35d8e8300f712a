package outcry.simulation.world;

import java.util.Arrays;
import outcry.group.Channel;
import outcry.group.Envelope;

/**
 * Datagrams between nodes: lost, doubled, delayed and thereby reordered as {@link NetworkFaults}
 * says, and stopped where the network is cut.
 */
public final class VirtualNetwork {
    private final Schedule schedule;
    private final Trace trace;
    private final Chance chance;
    private final int[][] cuts;
    private final int[] deaf;
    private final int[] mute;
    private NetworkFaults faults = NetworkFaults.CALM;
    private long sent;
    private long lost;

    VirtualNetwork(Schedule schedule, Trace trace, Chance chance, int nodes) {
        this.schedule = schedule;
        this.trace = trace;
        this.chance = chance;
        this.cuts = new int[nodes][nodes];
        this.deaf = new int[nodes];
        this.mute = new int[nodes];
    }

    public void setFaults(NetworkFaults newFaults) {
        faults = newFaults;
    }

    /** Nothing sent by {@code from} reaches {@code to} any more; datagrams under way still do. */
    public void cut(VirtualNode from, VirtualNode to) {
        cuts[from.number()][to.number()]++;
        trace.note(schedule.nowNanos(), "network", "cut", from.name() + "->" + to.name());
    }

    /** Undoes one {@link #cut}; others of the same way go on. */
    public void uncut(VirtualNode from, VirtualNode to) {
        cuts[from.number()][to.number()]--;
        trace.note(schedule.nowNanos(), "network", "uncut", from.name() + "->" + to.name());
    }

    /** Undoes every cut. */
    public void mend() {
        for (int[] row : cuts) {
            Arrays.fill(row, 0);
        }
        trace.note(schedule.nowNanos(), "network", "mended", "");
    }

    public boolean isCut(VirtualNode from, VirtualNode to) {
        return cuts[from.number()][to.number()] > 0;
    }

    /**
     * Multicasts carry no more to the node, or from it, or both; all else does (G21).
     *
     * @param to whether none reaches it
     * @param from whether none of its own gets out
     */
    public void stopMulticast(VirtualNode node, boolean to, boolean from) {
        deaf[node.number()] += to ? 1 : 0;
        mute[node.number()] += from ? 1 : 0;
        String ways = (to ? " to" : "") + (from ? " from" : "");
        trace.note(schedule.nowNanos(), "network", "stops multicast" + ways, node.name());
    }

    /** Undoes one {@link #stopMulticast} with the same arguments. */
    public void resumeMulticast(VirtualNode node, boolean to, boolean from) {
        deaf[node.number()] -= to ? 1 : 0;
        mute[node.number()] -= from ? 1 : 0;
        trace.note(schedule.nowNanos(), "network", "resumes multicast", node.name());
    }

    public boolean carriesMulticast(VirtualNode from, VirtualNode to) {
        return mute[from.number()] == 0 && deaf[to.number()] == 0;
    }

    /** Datagrams sent, one for each receiver. */
    public long sent() {
        return sent;
    }

    /** Datagrams lost by chance. */
    public long lost() {
        return lost;
    }

    /**
     * What one packet of a link needs: a lost one is sent again by the kernel, so it is only late.
     */
    long linkDelay() {
        return faults.delay(chance);
    }

    void send(VirtualProcess from, VirtualNode to, Channel channel, Envelope envelope) {
        sent++;
        if (isCut(from.node(), to)
                || channel == Channel.MULTICAST && !carriesMulticast(from.node(), to)) {
            return; // a cut cable tells nobody, nor does a switch that filters
        }
        if (chance.permille(faults.lossPermille())) {
            lost++;
            trace.note(schedule.nowNanos(), to.name(), "misses", envelope.message());
            return;
        }
        int copies = chance.permille(faults.duplicatePermille()) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            schedule.after(faults.delay(chance), () -> arrive(from, to, channel, envelope));
        }
    }

    private void arrive(VirtualProcess from, VirtualNode to, Channel channel, Envelope envelope) {
        VirtualProcess process = to.process();
        boolean listens = process != null && (channel != Channel.DATAGRAM || process != from);
        if (listens) {
            process.onDatagram(from.info(), channel, envelope);
        }
    }
}
