package outcry.client.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outcry.client.discovery.Sighting.Standing;

/** Which node is chosen and when another is better (G8), without any network. */
class NodeChoiceTest {
    private static final long MS = 1_000_000L;

    private final KnownNodes nodes = new KnownNodes(false);
    private long now = 1_000 * MS;

    private KnownNode node(long id, Standing standing, int traders, double... roundTripMillis) {
        nodes.seen(sighting(id, 1, standing, traders), now);
        KnownNode node =
                nodes.all().stream().filter(each -> each.id() == id).findFirst().orElseThrow();
        for (double millis : roundTripMillis) {
            measure(node, millis);
        }
        return node;
    }

    private void measure(KnownNode node, double millis) {
        now += MS;
        node.roundTrips().probeSent(now);
        assertTrue(node.roundTrips().answered(now, now + (long) (millis * MS)));
    }

    private static Sighting sighting(long id, int incarnation, Standing standing, int traders) {
        return new Sighting(
                id,
                "n" + id,
                incarnation,
                InetAddress.getLoopbackAddress(),
                1,
                (int) id,
                standing,
                incarnation,
                3,
                traders);
    }

    @Test
    void g8TheMedianOfAtLeastThreeProbesCounts() {
        KnownNode node = node(1, Standing.LEADER, 0, 5, 90);
        assertFalse(node.roundTrips().isMeasured());
        assertEquals(0, node.roundTrips().medianNanos());
        measure(node, 6);
        assertEquals(6 * MS, node.roundTrips().medianNanos());
    }

    @Test
    void g8OnlyTheLatestAnswersCount() {
        KnownNode node = node(1, Standing.LEADER, 0, 50, 50, 50, 50, 50);
        for (int i = 0; i < 13; i++) {
            measure(node, 2);
        }
        assertEquals(2 * MS, node.roundTrips().medianNanos());
    }

    @Test
    void aMadeUpOrRepeatedAnswerToAProbeIsIgnored() {
        KnownNode node = node(1, Standing.LEADER, 0);
        node.roundTrips().probeSent(now);
        assertFalse(node.roundTrips().answered(0, now));
        assertFalse(node.roundTrips().answered(now - 1, now));
        assertTrue(node.roundTrips().answered(now, now + 1));
        assertFalse(node.roundTrips().answered(now, now + 1));
    }

    @Test
    void probesGoOutInBurstsEveryTenSeconds() {
        RoundTrips trips = new RoundTrips(0);
        int sent = 0;
        for (long t = 1; t < 25_000 * MS; t += MS) {
            if (trips.isProbeDue(t)) {
                trips.probeSent(t);
                trips.answered(t, t + MS);
                sent++;
            }
        }
        assertEquals(3 * RoundTrips.SAMPLES, sent, "bursts at 0, 10 and 20 s");
    }

    @Test
    void g8TheNearestIsFirstAndWithinAMillisecondTheLessLoaded() {
        KnownNode far = node(1, Standing.LEADER, 0, 20, 20, 20);
        KnownNode nearFull = node(2, Standing.FOLLOWER, 50, 1.0, 1.0, 1.0);
        KnownNode nearIdle = node(3, Standing.FOLLOWER, 5, 1.9, 1.9, 1.9);
        KnownNode unmeasured = node(4, Standing.FOLLOWER, 0);
        assertEquals(List.of(nearIdle, nearFull, far, unmeasured), nodes.ranked());
    }

    @Test
    void aNodeThatElectsIsTheLastResortAndAnUnfitOneNone() {
        node(1, Standing.UNFIT, 0, 1, 1, 1);
        KnownNode electing = node(2, Standing.ELECTING, 0, 1, 1, 1);
        assertSame(electing, nodes.choose(now, true));
        KnownNode follower = node(3, Standing.FOLLOWER, 0, 30, 30, 30);
        assertSame(follower, nodes.choose(now, true));
    }

    @Test
    void theFirstChoiceWaitsForTheOthersToBeHeardAndMeasured() {
        KnownNode first = node(1, Standing.LEADER, 0, 5, 5, 5);
        assertNull(nodes.choose(now, false), "the view has three voters");
        assertSame(first, nodes.choose(now, true), "a session without a node cannot wait");
        node(2, Standing.FOLLOWER, 0, 9, 9, 9);
        KnownNode nearest = node(3, Standing.FOLLOWER, 0, 1, 1, 1);
        assertSame(nearest, nodes.choose(now, false));
    }

    @Test
    void theFirstChoiceDoesNotWaitForEver() {
        KnownNode only = node(1, Standing.LEADER, 0);
        assertNull(nodes.choose(now, false));
        assertSame(only, nodes.choose(now + 700 * MS, false));
    }

    @Test
    void g8ClearlyBetterIsThirtyPercentAndAMillisecond() {
        assertTrue(NodeRanking.isClearlyBetter(10 * MS, 7 * MS));
        assertFalse(NodeRanking.isClearlyBetter(10 * MS, 8 * MS), "only 20 %");
        assertFalse(NodeRanking.isClearlyBetter(MS, MS / 10), "less than a millisecond");
        assertFalse(NodeRanking.isClearlyBetter(0, MS), "nothing to compare with");
        assertFalse(NodeRanking.isClearlyBetter(10 * MS, 0), "not measured");
    }

    @Test
    void aRefusingNodeIsLeftAloneForLongerAndLonger() {
        KnownNode node = node(1, Standing.LEADER, 0, 1, 1, 1);
        long before = 0;
        for (int i = 0; i < 4; i++) {
            node.backoff().failed(now);
            assertNull(nodes.choose(now, true));
            assertTrue(node.backoff().leftNanos(now) > before);
            before = node.backoff().leftNanos(now);
        }
        assertSame(node, nodes.choose(now + before, true));
    }

    @Test
    void aNodeThatFailedLatelyIsTakenOnlyForWantOfOthers() {
        KnownNode failed = node(1, Standing.LEADER, 0, 1, 1, 1);
        failed.backoff().failed(now);
        now += failed.backoff().leftNanos(now);
        assertSame(failed, nodes.choose(now, true));
        KnownNode far = node(2, Standing.FOLLOWER, 0, 50, 50, 50);
        assertSame(far, nodes.choose(now, true));
        assertSame(failed, nodes.choose(now + 2_000 * MS, true), "trusted again");
    }

    @Test
    void aRestartedNodeIsTriedAtOnceAndMeasuredAnew() {
        KnownNode node = node(1, Standing.LEADER, 0, 1, 1, 1);
        node.backoff().failed(now);
        nodes.seen(sighting(1, 2, Standing.FOLLOWER, 0), now);
        assertSame(node, nodes.choose(now, true));
        assertFalse(node.roundTrips().isMeasured());
    }

    @Test
    void aSilentNodeIsForgottenUnlessItServes() {
        KnownNode serving = node(1, Standing.LEADER, 0);
        node(2, Standing.FOLLOWER, 0);
        nodes.forgetSilent(now + 3_100 * MS, Set.of(serving));
        assertEquals(List.of(serving), List.copyOf(nodes.all()));
    }
}
