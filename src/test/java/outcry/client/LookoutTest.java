package outcry.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import outcry.client.ConnectionStatus.FoundNode;

class LookoutTest {
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @Test
    void theFirstNodeHeardEndsTheWait() throws IOException, InterruptedException {
        try (FakeExchange exchange = new FakeExchange();
                Lookout lookout = Lookout.open(exchange.config())) {
            FakeNode node = exchange.node("n1");
            long startNanos = System.nanoTime();
            assertTrue(lookout.awaitFirst(LONG_NANOS));
            assertTrue(System.nanoTime() - startNanos < LONG_NANOS, "ended before the deadline");
            FoundNode found = lookout.heard().get(0);
            assertEquals("n1", found.name());
            assertEquals(node.doorAddress(), found.address());
            assertTrue(found.leader());
        }
    }

    @Test
    void theWindowHearsWhoeverSpeaksInIt() throws IOException, InterruptedException {
        try (FakeExchange exchange = new FakeExchange();
                Lookout lookout = Lookout.open(exchange.config())) {
            exchange.node("n1");
            exchange.node("n2");
            Set<String> names = new TreeSet<>();
            long deadlineNanos = System.nanoTime() + LONG_NANOS;
            while (names.size() < 2 && System.nanoTime() < deadlineNanos) {
                lookout.listen(SHORT_NANOS);
                lookout.heard().forEach(node -> names.add(node.name()));
            }
            assertEquals(Set.of("n1", "n2"), names);
        }
    }

    @Test
    void whereNobodySpeaksTheWaitEndsAtItsDeadline() throws IOException, InterruptedException {
        try (FakeExchange exchange = new FakeExchange();
                Lookout lookout = Lookout.open(exchange.config())) {
            assertFalse(lookout.awaitFirst(SHORT_NANOS));
            long startNanos = System.nanoTime();
            lookout.listen(SHORT_NANOS);
            assertTrue(System.nanoTime() - startNanos >= SHORT_NANOS, "not before it");
            assertEquals(List.of(), lookout.heard());
        }
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        try (FakeExchange exchange = new FakeExchange();
                Lookout lookout = Lookout.open(exchange.config())) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> lookout.listen(LONG_NANOS));
        }
    }
}
