package outcry.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import outcry.group.Envelope;
import outcry.group.NodeInfo;

/** The links of one process: dialling, accepting, and which end leads to whom. */
final class ProcessLinks {
    private static final long HELLO_WAIT_NANOS = 2_000_000_000L;
    private static final long DIAL_WAIT_NANOS = 1_500_000_000L;

    private final World world;
    private final VirtualProcess owner;
    private final List<VirtualLink.End> ends = new ArrayList<>();
    private final TreeSet<Long> dialling = new TreeSet<>();

    ProcessLinks(World world, VirtualProcess owner) {
        this.world = world;
        this.owner = owner;
    }

    /**
     * Opens a link to the process that listens where {@code to} says; one dial per peer at a time.
     */
    void dial(NodeInfo to) {
        if (dialling.add(to.id())) {
            world.schedule().after(world.network().linkDelay(), () -> knock(to));
        }
    }

    /** Sends over the link made last; false when there is none. */
    boolean send(long nodeId, Envelope envelope) {
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (leadsTo(ends.get(i), nodeId)) {
                ends.get(i).send(envelope);
                return true;
            }
        }
        return false;
    }

    boolean hasLinkTo(long nodeId) {
        for (VirtualLink.End end : ends) {
            if (leadsTo(end, nodeId)) {
                return true;
            }
        }
        return false;
    }

    void close(long nodeId) {
        for (VirtualLink.End end : List.copyOf(ends)) {
            if (leadsTo(end, nodeId)) {
                end.close();
                ends.remove(end);
            }
        }
    }

    /** Breaks the links to that node as a kernel or a box in between does: both ends are told. */
    void breakOff(long nodeId) {
        for (VirtualLink.End end : List.copyOf(ends)) {
            if (leadsTo(end, nodeId)) {
                end.close();
                ends.remove(end);
                owner.onLinkClosed(end, true);
            }
        }
    }

    void abortAll(Chance chance) {
        for (VirtualLink.End end : ends) {
            end.abort(chance.percent(50));
        }
        ends.clear();
    }

    void onUp(VirtualLink.End end) {
        dialling.remove(end.peer().id());
    }

    void onClosed(VirtualLink.End end) {
        ends.remove(end);
    }

    private static boolean leadsTo(VirtualLink.End end, long nodeId) {
        return end.isUp() && end.peer().id() == nodeId;
    }

    private void knock(NodeInfo to) {
        VirtualNode target = world.nodeAt(to.host(), to.linkPort());
        VirtualNode host = world.nodeOf(to);
        boolean unreachable =
                host == null
                        || world.network().isCut(owner.node(), host)
                        || world.network().isCut(host, owner.node());
        if (unreachable) {
            failLater(to, DIAL_WAIT_NANOS, false);
        } else if (target == null) {
            failLater(to, world.network().linkDelay(), true);
        } else {
            connect(to, target.process());
        }
    }

    private void connect(NodeInfo to, VirtualProcess target) {
        if (owner.isCrashed()) {
            return; // it died before its connection was made
        }
        VirtualLink link = new VirtualLink(world, owner, target);
        link.dialler().expect(to);
        ends.add(link.dialler());
        target.links().ends.add(link.acceptor());
        target.whenRunning(link.acceptor()::sendHello);
        owner.whenRunning(link.dialler()::sendHello);
        world.schedule()
                .after(
                        HELLO_WAIT_NANOS,
                        () -> owner.whenRunning(() -> giveUpWithoutHello(to, link.dialler())));
    }

    private void giveUpWithoutHello(NodeInfo to, VirtualLink.End end) {
        if (end.isOpen() && !end.isUp()) {
            end.close();
            ends.remove(end);
            fail(to, false);
        }
    }

    private void failLater(NodeInfo to, long delayNanos, boolean refused) {
        world.schedule().after(delayNanos, () -> owner.whenRunning(() -> fail(to, refused)));
    }

    void fail(NodeInfo to, boolean refused) {
        dialling.remove(to.id());
        owner.onDialFailed(to.id(), refused);
    }
}
