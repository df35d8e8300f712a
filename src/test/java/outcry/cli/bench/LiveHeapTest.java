package outcry.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
    private static final int LARGE = 40_000_000;

    @Test
    void whatIsHeldCountsAndWhatIsNotHeldDoesNot() {
        LiveHeap before = LiveHeap.read();
        byte[] held = new byte[LARGE];
        LiveHeap with = LiveHeap.read();
        Reference.reachabilityFence(held);
        held = null;
        LiveHeap without = LiveHeap.read();

        // Others in this process come and go, so by halves.
        assertTrue(with.minus(before).objectBytes() > LARGE / 2, with + " after " + before);
        assertTrue(with.minus(before).heapBytes() > LARGE / 2, with + " after " + before);
        assertTrue(without.minus(before).objectBytes() < LARGE / 2, without + " after " + before);
    }

    @Test
    void aDifferenceIsOfBothFigures() {
        assertEquals(new LiveHeap(3, 4), new LiveHeap(5, 7).minus(new LiveHeap(2, 3)));
    }

    @Test
    void theReportSaysWhatAnOrderTakesWithWhichCollector() {
        JsonObject json = MatchBench.run(new StreamPlan(1, 20_000, 100, 1), 1).toJson();
        double bytes = json.get("bytesPerRestingOrder").getAsDouble();
        assertTrue(bytes > 64 && bytes < 1_000, bytes + " bytes per order");
        assertTrue(json.get("heapBytesPerRestingOrder").getAsDouble() > 0, json.toString());
        assertFalse(json.get("collector").getAsString().isBlank());
    }

    @Test
    void noOrdersTakeNothing() {
        JsonObject json = MatchBench.run(new StreamPlan(1, 0, 100, 1), 1).toJson();
        assertTrue(json.get("bytesPerRestingOrder").getAsDouble() == 0, json.toString());
    }
}
