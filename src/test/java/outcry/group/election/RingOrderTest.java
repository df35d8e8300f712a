package outcry.group.election;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.group.NodeInfo;

class RingOrderTest {
    @Test
    void addressesAreComparedAsNumbersThenIdsAsUnsigned() {
        assertTrue(RingOrder.compare("10.0.0.9", 1, "10.0.0.10", 1) < 0);
        assertTrue(RingOrder.compare("9.0.0.1", 1, "10.0.0.1", 1) < 0);
        assertTrue(RingOrder.compare("10.0.0.1", 5, "10.0.0.1", -1) < 0);
        assertEquals(0, RingOrder.compare("10.0.0.1", 5, "10.0.0.1", 5));
        assertTrue(RingOrder.compare("10.0.0.1", 5, "a.host", 5) < 0);
    }

    @Test
    void theLeftNeighbourOfTheFirstIsTheLast() {
        List<NodeInfo> ring =
                List.of(node(3, "10.0.0.1"), node(1, "10.0.0.2"), node(2, "10.0.0.10"));
        assertEquals(2, RingOrder.leftNeighbour(ring, 3).id());
        assertEquals(3, RingOrder.leftNeighbour(ring, 1).id());
        assertEquals(1, RingOrder.leftNeighbour(ring, 2).id());
        assertEquals(7, RingOrder.leftNeighbour(List.of(node(7, "10.0.0.1")), 7).id());
        assertNull(RingOrder.leftNeighbour(ring, 99));
    }

    private static NodeInfo node(long id, String host) {
        return new NodeInfo(id, "n" + id, 1, 1, host, 1, 2, 3);
    }
}
