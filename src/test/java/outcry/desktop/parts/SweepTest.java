package outcry.desktop.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final List<Depth.Level> ASKS =
            List.of(
                    new Depth.Level(1_000, 60, 1, 0),
                    new Depth.Level(1_010, 40, 2, 0),
                    new Depth.Level(1_050, 500, 3, 0));

    @Test
    void takesTheBestLevelsFirst() {
        assertEquals(new Sweep(80, 60 * 1_000 + 20 * 1_010, 1_010, 2), Sweep.of(ASKS, true, 0, 80));
    }

    @Test
    void stopsAtTheLimit() {
        assertEquals(new Sweep(100, 100_400, 1_010, 2), Sweep.of(ASKS, true, 1_049, 300));
        assertEquals(Sweep.NOTHING, Sweep.of(ASKS, true, 999, 300));
    }

    @Test
    void bidsAreTakenDownwards() {
        List<Depth.Level> bids =
                List.of(new Depth.Level(990, 10, 1, 0), new Depth.Level(980, 10, 1, 0));
        assertEquals(new Sweep(10, 9_900, 990, 1), Sweep.of(bids, false, 985, 300));
    }

    @Test
    void costsTooLargeForALongStayAtTheLargest() {
        List<Depth.Level> dear = List.of(new Depth.Level(Long.MAX_VALUE / 2, 5, 1, 0));
        assertEquals(Long.MAX_VALUE, Sweep.of(dear, true, 0, 5).cost());
    }
}
