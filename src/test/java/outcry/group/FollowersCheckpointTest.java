package outcry.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outcry.group.log.ConfigurationCodec;

/** G22: a wrong copy of the application must not spread by checkpoints. */
class FollowersCheckpointTest {
    private static final long GENERATION = 7;
    private static final long TERM = 5;
    private static final long RIGHT = 77;
    private static final long WRONG = 78;
    private static final byte[] BYTES = {1, 2, 3};
    private static final NodeInfo LEADER = node(2);
    private static final NodeInfo JOINING = node(3);

    private long nowNanos = 1_000_000_000L;
    private GroupMember member;

    /** A follower that has applied what the leader says is committed, entries 1 and 2. */
    @BeforeEach
    void follow() {
        MembershipView view = new MembershipView(1, List.of(node(1), LEADER));
        List<Entry> entries =
                List.of(
                        new Entry(1, 4, 1, 1, Entry.Kind.VIEW, ConfigurationCodec.encodeView(view)),
                        new Entry(2, 4, 2, 1, Entry.Kind.COMMAND, new byte[3]));
        KeptState kept = new KeptState(GENERATION, TERM, 0, 0);
        GroupConfig config =
                new GroupConfig(
                        "lab",
                        node(1),
                        ElectionPolicy.RTT,
                        Timing.REALISTIC,
                        GroupConfig.DEFAULT_FOUNDING_WAIT_NANOS,
                        GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX,
                        1);
        Recovered recovered = new Recovered(true, kept, 0, 0, new byte[0], entries);
        member = new GroupMember(config, recovered, nowNanos);
        member.onLinkUp(nowNanos, LEADER);
        member.onLinkUp(nowNanos, JOINING);
        heartbeat(0, 0);
        receive(LEADER, new Message.Data(TERM, 3, 4, 2, nowNanos, List.of(command(3))));
        member.flush(nowNanos);
        member.takeEffects();
        member.onApplied(nowNanos, 2, RIGHT);
        assertEquals(Role.FOLLOWER, member.status(nowNanos).role());
    }

    @Test
    void itWaitsForTheLeadersDigest() {
        ask();
        member.onCheckpointMade(nowNanos, JOINING, 2, RIGHT, BYTES);
        assertTrue(parts().isEmpty());
        heartbeat(2, RIGHT);
        assertArrayEquals(BYTES, parts().get(0).bytes());
    }

    @Test
    void aLaterDigestIsAsGood() {
        ask();
        member.onCheckpointMade(nowNanos, JOINING, 2, RIGHT, BYTES);
        receive(LEADER, new Message.Data(TERM, 4, TERM, 3, nowNanos, List.of(command(4))));
        member.onApplied(nowNanos, 3, RIGHT + 1);
        heartbeat(3, RIGHT + 1);
        assertArrayEquals(BYTES, parts().get(0).bytes());
    }

    @Test
    void aCopyThatDiffersIsNotGiven() {
        ask();
        member.onCheckpointMade(nowNanos, JOINING, 2, RIGHT, BYTES);
        heartbeat(2, WRONG);
        assertTrue(member.isInDoubt());
        assertTrue(parts().isEmpty());
    }

    @Test
    void aCopyThatChangedByItselfIsNotGiven() {
        ask();
        member.onCheckpointMade(nowNanos, JOINING, 2, WRONG, BYTES);
        heartbeat(2, RIGHT);
        assertTrue(parts().isEmpty());
    }

    private void ask() {
        member.takeEffects();
        receive(JOINING, new Message.CheckpointRequest(0, 0));
        assertTrue(member.takeEffects().stream().anyMatch(e -> e instanceof Effect.MakeCheckpoint));
    }

    private List<Message.CheckpointPart> parts() {
        return member.takeEffects().stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> ((Effect.Send) effect).message())
                .filter(message -> message instanceof Message.CheckpointPart)
                .map(message -> (Message.CheckpointPart) message)
                .toList();
    }

    private void heartbeat(long digestIndex, long digest) {
        nowNanos++;
        receive(
                LEADER,
                new Message.Heartbeat(
                        TERM, 1, 2, 4, 2, true, digestIndex, digest, nowNanos, nowNanos));
    }

    private void receive(NodeInfo from, Message message) {
        member.receive(
                nowNanos,
                Channel.LINK,
                from.host(),
                from.linkPort(),
                new Envelope("lab", GENERATION, from.id(), 1, 1, message));
    }

    private static Entry command(long index) {
        return new Entry(index, TERM, index, 1, Entry.Kind.COMMAND, new byte[3]);
    }

    private static NodeInfo node(long id) {
        return new NodeInfo(id, "n" + id, 1, 1, "10.0.0." + id, 1_000, 2_000, 3_000);
    }
}
