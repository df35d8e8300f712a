package outcry.desktop.node.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import outcry.group.ElectionPolicy;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.group.Timing;
import outcry.node.NodeObserver;
import outcry.node.NodeStatus;

/** The life of a window's node, without windows: both threads are queues that the test runs. */
class NodeLifeTest {
    private static final NodeStatus STATUS = new NodeStatus(null, true, 0, 0, "");

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> fx = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong(1_000);
    private final List<String> asked = new ArrayList<>();
    private final List<NodeObserver> observers = new ArrayList<>();
    private CompletableFuture<Void> leaving = new CompletableFuture<>();
    private final NodeLife life =
            new NodeLife(
                    null,
                    (config, observer) -> {
                        observers.add(observer);
                        return new Port();
                    },
                    background::add,
                    fx::add,
                    nanos::get);

    @Test
    void aCrashAskedWhileStartingHappensOnceItIsUp() {
        life.start();
        life.crash();
        assertEquals(NodePhase.STARTING, life.phase());
        runAll();
        assertEquals(NodePhase.CRASHED, life.phase());
        assertEquals(List.of("crash"), asked);
    }

    @Test
    void theLastWordsOfACrashedNodeAreNotHeardInTheNextRun() {
        startUp();
        observers.get(0).onStatus(STATUS);
        life.crash();
        life.start();
        runAll();
        observers.get(0).onStatus(STATUS);
        runAll();
        assertNull(life.statusProperty().get());
        observers.get(1).onStatus(STATUS);
        runAll();
        assertEquals(STATUS, life.statusProperty().get());
    }

    @Test
    void silenceIsNoticedAfterASecondAndEndsWithTheNextReport() {
        startUp();
        observers.get(0).onStatus(STATUS);
        runAll();
        nanos.addAndGet(NodeLife.SILENCE_NANOS);
        life.tick();
        assertFalse(life.silentProperty().get());
        nanos.addAndGet(1);
        life.tick();
        assertTrue(life.silentProperty().get());
        observers.get(0).onStatus(STATUS);
        runAll();
        assertFalse(life.silentProperty().get());
    }

    @Test
    void aReportIsAsOldAsItsArrivalFromTheNodeNotItsShowing() {
        startUp();
        observers.get(0).onStatus(STATUS);
        nanos.addAndGet(3 * NodeLife.SILENCE_NANOS); // JavaFX was busy for so long.
        runAll();
        assertTrue(life.silentProperty().get());
    }

    @Test
    void aNodeThatFailsBeforeItIsUpIsNotLeftRunning() {
        life.start();
        background.poll().run();
        Runnable up = fx.poll();
        observers.get(0).onFailure("the interface went away");
        fx.poll().run();
        up.run();
        assertEquals(NodePhase.FAILED, life.phase());
        assertEquals(List.of("crash"), asked);
    }

    @Test
    void crashingWhileLeavingIsFinal() {
        startUp();
        life.leave();
        life.crash();
        leaving.complete(null);
        runAll();
        assertEquals(NodePhase.CRASHED, life.phase());
    }

    @Test
    void aLeaveThatFailsIsSaid() {
        startUp();
        life.leave();
        leaving.completeExceptionally(new IllegalStateException("nobody took over"));
        runAll();
        assertEquals(NodePhase.FAILED, life.phase());
        assertTrue(life.problemProperty().get().contains("nobody took over"));
    }

    @Test
    void observationsComeInOrderAndWhatDidNotFitIsCounted() {
        startUp();
        List<Long> values = new ArrayList<>();
        long[] lost = {0};
        life.onObservations(
                (batch, missing) -> {
                    batch.forEach(seen -> values.add(seen.value()));
                    lost[0] += missing;
                });
        int sent = NodeRun.OBSERVATIONS_MAX + 5;
        for (int value = 0; value < sent; value++) {
            observers
                    .get(0)
                    .onObservation(
                            new Observation(Observation.Kind.LINK, 0, 0, 0, 0, "", value, 0, ""));
        }
        assertEquals(1, fx.size(), "one hop for all of them");
        runAll();
        assertEquals(NodeRun.OBSERVATIONS_MAX, values.size());
        assertEquals(5, lost[0]);
        assertEquals(sent - 1, values.get(values.size() - 1));
    }

    private void startUp() {
        life.start();
        runAll();
        assertEquals(NodePhase.RUNNING, life.phase());
    }

    private void runAll() {
        while (!background.isEmpty() || !fx.isEmpty()) {
            (background.isEmpty() ? fx : background).poll().run();
        }
    }

    private final class Port implements NodePort {
        @Override
        public NodeInfo info() {
            return null;
        }

        @Override
        public void crash() {
            asked.add("crash");
        }

        @Override
        public CompletableFuture<Void> leave() {
            asked.add("leave");
            return leaving;
        }

        @Override
        public void continueAlone() {
            asked.add("continue");
        }

        @Override
        public void elect() {
            asked.add("elect");
        }

        @Override
        public void freeze(Duration duration) {
            asked.add("freeze");
        }

        @Override
        public CompletableFuture<Boolean> changeSettings(ElectionPolicy policy, Timing timing) {
            return CompletableFuture.completedFuture(true);
        }
    }
}
