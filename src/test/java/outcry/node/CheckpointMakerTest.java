package outcry.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outcry.group.NodeInfo;

class CheckpointMakerTest {
    private static final NodeInfo N1 = new NodeInfo(1, "n1", 1, 1, "127.0.0.1", 1, 2, 3);
    private static final NodeInfo N2 = new NodeInfo(2, "n2", 1, 1, "127.0.0.1", 4, 5, 6);

    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CheckpointMaker maker = new CheckpointMaker(woken::release);

    @AfterEach
    void close() {
        mayEnd.countDown();
        maker.close();
    }

    @Test
    void theStateIsWrittenOutMeanwhileAndTakenOnce() throws InterruptedException {
        maker.begin(N1, 7, 77, () -> whenAllowed(new byte[] {1, 2}));
        assertNull(maker.take());
        assertTrue(maker.isBusy());
        mayEnd.countDown();
        CheckpointMaker.Made made = awaitMade();
        assertEquals(N1, made.forNode());
        assertEquals(7, made.index());
        assertEquals(77, made.digest());
        assertArrayEquals(new byte[] {1, 2}, made.bytes());
        assertNull(maker.take());
    }

    @Test
    void whatACheckpointNeedsBeforehandIsDoneMeanwhileAndOnce() throws InterruptedException {
        AtomicReference<byte[]> made = new AtomicReference<>();
        Supplier<Runnable> needed =
                () -> made.get() != null ? null : () -> made.set(whenAllowed(new byte[1]));
        assertFalse(maker.isReady(needed));
        assertFalse(maker.isReady(needed));
        mayEnd.countDown();
        awaitDone();
        assertTrue(maker.isReady(needed));
        assertNotNull(made.get());
        assertTrue(maker.isReady(needed));
    }

    @Test
    void whoComesWhileOneIsBeingMadeAsksAgain() throws InterruptedException {
        maker.begin(N1, 7, 77, () -> whenAllowed(new byte[1]));
        maker.begin(N2, 8, 77, () -> new byte[2]);
        mayEnd.countDown();
        assertEquals(N1, awaitMade().forNode());
        maker.begin(N2, 9, 77, () -> new byte[2]);
        assertEquals(9, awaitMade().index());
    }

    @Test
    void whatWasMadeOfAStateGivenUpIsNotTaken() throws InterruptedException {
        maker.begin(N1, 7, 77, () -> whenAllowed(new byte[1]));
        maker.abandon();
        maker.begin(N1, 1, 77, () -> new byte[2]);
        mayEnd.countDown();
        awaitDone();
        assertNull(maker.take());
        maker.begin(N1, 2, 77, () -> new byte[3]);
        assertEquals(2, awaitMade().index());
    }

    @Test
    void aStateThatCannotBeWrittenStopsTheNode() throws InterruptedException {
        maker.begin(
                N1,
                7,
                77,
                () -> {
                    throw new IllegalArgumentException("no room");
                });
        awaitDone();
        IllegalStateException failure = assertThrows(IllegalStateException.class, maker::take);
        assertEquals("no room", failure.getCause().getMessage());
    }

    private byte[] whenAllowed(byte[] bytes) {
        try {
            assertTrue(mayEnd.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bytes;
    }

    private void awaitDone() throws InterruptedException {
        assertTrue(woken.tryAcquire(60, TimeUnit.SECONDS));
    }

    private CheckpointMaker.Made awaitMade() throws InterruptedException {
        awaitDone();
        return maker.take();
    }
}
