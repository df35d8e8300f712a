package outcry.simulation.world;

import java.util.ArrayDeque;
import outcry.group.Envelope;
import outcry.group.NodeInfo;

/**
 * One TCP connection between two processes: what one end sends arrives at the other in order, or,
 * when the connection breaks, not at all. While the network is cut nothing arrives and nobody is
 * told; the kernels go on trying and the stream continues after the cut.
 */
final class VirtualLink {
    private static final long RETRY_NANOS = 200_000_000L;
    private static final int RETRY_DOUBLINGS_MAX = 4;

    /** What travels: a hello, a message, or the end of the stream (both null). */
    private record Frame(long dueNanos, NodeInfo hello, Envelope envelope) {}

    /** One process's end of the connection. */
    final class End {
        private final VirtualProcess owner;
        private final ArrayDeque<Frame> underWay = new ArrayDeque<>();
        private End other;
        private NodeInfo peer;
        private boolean open = true;
        private boolean heardHello;
        private boolean moving;
        private int retries;
        private long lastDueNanos;

        private End(VirtualProcess owner) {
            this.owner = owner;
        }

        /** Whether messages can be sent here: the other side said who it is, and nobody closed. */
        boolean isUp() {
            return open && heardHello;
        }

        boolean isOpen() {
            return open;
        }

        /** Who is at the other end: as dialled, or as it said. Null before that. */
        NodeInfo peer() {
            return peer;
        }

        void expect(NodeInfo dialled) {
            peer = dialled;
        }

        void sendHello() {
            if (open) {
                push(owner.info(), null);
            }
        }

        void send(Envelope envelope) {
            push(null, envelope);
        }

        /** Closes this end; the other hears of it after what was sent before. */
        void close() {
            if (open) {
                open = false;
                push(null, null);
            }
        }

        /** The process died: its kernel closes; what was under way may be lost. */
        void abort(boolean losesWhatIsUnderWay) {
            if (open && losesWhatIsUnderWay) {
                underWay.clear();
            }
            close();
        }

        private void push(NodeInfo hello, Envelope envelope) {
            long due = world.schedule().nowNanos() + world.network().linkDelay();
            lastDueNanos = Math.max(lastDueNanos, due);
            underWay.add(new Frame(lastDueNanos, hello, envelope));
            move();
        }

        private void move() {
            if (!moving && !underWay.isEmpty()) {
                moving = true;
                world.schedule().at(underWay.peek().dueNanos(), this::arrive);
            }
        }

        private void arrive() {
            if (world.network().isCut(owner.node(), other.owner.node())) {
                retries = Math.min(retries + 1, RETRY_DOUBLINGS_MAX);
                world.schedule().after(RETRY_NANOS << retries - 1, this::arrive);
                return;
            }
            retries = 0;
            moving = false;
            Frame frame = underWay.peek();
            if (frame != null && frame.dueNanos() <= world.schedule().nowNanos()) {
                underWay.remove();
                other.owner.whenRunning(() -> other.receive(frame));
            }
            move();
        }

        private void receive(Frame frame) {
            if (!open) {
                return; // closed here meanwhile: the kernel throws away what still comes
            }
            if (frame.hello() != null) {
                peer = frame.hello();
                heardHello = true;
                owner.onLinkUp(this);
            } else if (frame.envelope() != null) {
                owner.onLinkMessage(this, frame.envelope());
            } else {
                open = false;
                push(null, null);
                owner.onLinkClosed(this, heardHello);
            }
        }
    }

    private final World world;
    private final End dialler;
    private final End acceptor;

    VirtualLink(World world, VirtualProcess dialling, VirtualProcess accepting) {
        this.world = world;
        dialler = new End(dialling);
        acceptor = new End(accepting);
        dialler.other = acceptor;
        acceptor.other = dialler;
    }

    End dialler() {
        return dialler;
    }

    End acceptor() {
        return acceptor;
    }
}
