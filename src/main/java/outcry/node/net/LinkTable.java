package outcry.node.net;

import java.util.ArrayList;
import java.util.List;
import outcry.group.NodeInfo;

/** All links of a node, oldest first. Node's thread. */
final class LinkTable {
    private static final int LINKS_MAX = 256;

    /** Links whose other side has not said who it is; a hello takes milliseconds. */
    private static final int STRANGERS_MAX = 64;

    private final List<Link> links = new ArrayList<>();

    boolean isFull() {
        return links.size() >= LINKS_MAX;
    }

    /**
     * Makes room for one more stranger: whoever connects and says nothing must not keep others out.
     *
     * @return the link that had to go, or null
     */
    Link removeStrangerBeyondBound() {
        Link oldest = null;
        int strangers = 0;
        for (Link link : links) {
            if (link.isOfStranger()) {
                oldest = oldest == null ? link : oldest;
                strangers++;
            }
        }
        if (oldest == null || strangers < STRANGERS_MAX && !isFull()) {
            return null;
        }
        remove(oldest);
        return oldest;
    }

    void add(Link link) {
        links.add(link);
    }

    /** Closes a link and forgets it. */
    void remove(Link link) {
        links.remove(link);
        link.close();
    }

    void clear() {
        List.copyOf(links).forEach(this::remove);
    }

    /** The links of this moment: the table may change while they are walked through. */
    List<Link> all() {
        return List.copyOf(links);
    }

    /** The link to send on, or null. */
    Link oldestOpen(long nodeId) {
        for (Link link : links) {
            if (link.isOpen() && link.peer().id() == nodeId) {
                return link;
            }
        }
        return null;
    }

    /** Gives up dials of that node that were not answered yet. */
    void removeDials(long nodeId) {
        for (Link link : all()) {
            if (link.isDialOf(nodeId) && !link.isOpen()) {
                remove(link);
            }
        }
    }

    /** Closes everything to that node. */
    void removeAll(long nodeId) {
        for (Link link : all()) {
            boolean isPeer = link.peer() != null && link.peer().id() == nodeId;
            if (isPeer || link.isDialOf(nodeId)) {
                remove(link);
            }
        }
    }

    /**
     * Makes room for a link with {@code node}: links with its earlier incarnations are closed.
     *
     * @return false when there is a link with a later one: nobody is behind this any more
     */
    boolean supersede(NodeInfo node) {
        for (Link link : all()) {
            if (link.isOpen() && link.peer().id() == node.id()) {
                if (link.peer().incarnation() > node.incarnation()) {
                    return false;
                }
                if (link.peer().incarnation() < node.incarnation()) {
                    remove(link);
                }
            }
        }
        return true;
    }

    /** The earliest deadline of a link that is not open, but not later than {@code latestNanos}. */
    long nextDeadlineNanos(long latestNanos) {
        long next = latestNanos;
        for (Link link : links) {
            if (!link.isOpen() && link.deadlineNanos() - next < 0) {
                next = link.deadlineNanos();
            }
        }
        return next;
    }
}
