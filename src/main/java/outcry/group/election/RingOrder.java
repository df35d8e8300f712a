package outcry.group.election;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcry.group.NodeInfo;

/** The order of addresses that rings and ties go by: address as a number, then id. */
final class RingOrder {
    static final Comparator<NodeInfo> ORDER =
            (left, right) -> compare(left.host(), left.id(), right.host(), right.id());

    private RingOrder() {}

    static int compare(String leftHost, long leftId, String rightHost, long rightId) {
        int byHost = Long.compare(number(leftHost), number(rightHost));
        if (byHost == 0) {
            byHost = leftHost.compareTo(rightHost);
        }
        return byHost != 0 ? byHost : Long.compareUnsigned(leftId, rightId);
    }

    /** The left neighbour of {@code self} in the ring of {@code members}; itself when alone. */
    static NodeInfo leftNeighbour(List<NodeInfo> members, long self) {
        List<NodeInfo> ring = new ArrayList<>(members);
        ring.sort(ORDER);
        for (int i = 0; i < ring.size(); i++) {
            if (ring.get(i).id() == self) {
                return ring.get((i + ring.size() - 1) % ring.size());
            }
        }
        return null;
    }

    private static long number(String host) {
        long number = 0;
        int octet = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                number = number << 8 | octet;
                octet = 0;
            } else if (c >= '0' && c <= '9') {
                octet = (octet * 10 + c - '0') & 0xFF;
            } else {
                return Long.MAX_VALUE; // Not numeric: after all numeric ones, by its text.
            }
        }
        return number << 8 | octet;
    }
}
