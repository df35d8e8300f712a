package outcry.desktop.node.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcry.group.MemberStatus;
import outcry.group.NodeInfo;

/**
 * The order in which windows list and draw members: that of the election ring (G13), by address,
 * then id, so that a node's neighbour is the next row and the next disc.
 */
public final class RingOrder {
    private static final Comparator<NodeInfo> BY_ADDRESS_THEN_ID =
            Comparator.comparingLong((NodeInfo node) -> addressNumber(node.host()))
                    .thenComparing(NodeInfo::id, Long::compareUnsigned);

    private RingOrder() {}

    public static List<MemberStatus> of(List<MemberStatus> members) {
        List<MemberStatus> sorted = new ArrayList<>(members);
        sorted.sort(Comparator.comparing(MemberStatus::node, BY_ADDRESS_THEN_ID));
        return sorted;
    }

    /** A numeric IPv4 address as one number; 0 for anything else, which then sorts first. */
    private static long addressNumber(String host) {
        long number = 0;
        for (String part : host.split("\\.")) {
            if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return 0;
            }
            number = number << 8 | Integer.parseInt(part) & 0xff;
        }
        return number;
    }
}
