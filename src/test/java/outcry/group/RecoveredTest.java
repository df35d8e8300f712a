package outcry.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.group.log.ConfigurationCodec;

/** G25, G31: a member that takes up where its last run ended. */
class RecoveredTest {
    private static final long GENERATION = 7;
    private static final long TERM = 5;
    private static final long SECOND = 1_000_000_000L;

    private long nowNanos = SECOND;

    @Test
    void g25_aVoterOfItsLastViewStandsAndOthersLearn() {
        assertEquals(Role.CANDIDATE, recovered(1, 1, 0).status(nowNanos).role());
        assertEquals(Role.LEARNER, recovered(1, 2, 0).status(nowNanos).role());
        assertEquals(Role.LEARNER, recovered(9, 1, 0).status(nowNanos).role());
    }

    @Test
    void g31_aVoteGivenBeforeTheRestartIsNotGivenAgain() {
        GroupMember member = recovered(1, 1, 2);
        assertFalse(asksForVote(member, 3).granted());
        assertTrue(asksForVote(member, 2).granted());
    }

    @Test
    void g31_aTermIsNeverForgotten() {
        GroupMember member = recovered(1, 1, 2);
        assertEquals(TERM, member.status(nowNanos).term());
        assertEquals(TERM, asksForVote(member, TERM - 1, 3).term());
    }

    @Test
    void g25_nothingIsCommittedBeforeTheGroupSaysSo() {
        GroupMember member = recovered(1, 1, 0);
        member.flush(nowNanos);
        assertEquals(0, member.status(nowNanos).commitIndex());
        assertEquals(2, member.status(nowNanos).lastIndex());
        assertTrue(member.takeEffects().stream().noneMatch(e -> e instanceof Effect.Apply));
    }

    @Test
    void g7_aNodeThatLostItsJournalDoesNotFoundAGroup() {
        Recovered lost = new Recovered(false, KeptState.NOTHING, 0, 0, new byte[0], List.of());
        GroupMember member = new GroupMember(config(1, 1), lost, nowNanos);
        for (int second = 0; second < 60; second++) {
            nowNanos += SECOND / 2;
            member.tick(nowNanos, nowNanos);
        }
        assertEquals(Role.SEARCHING, member.status(nowNanos).role());
        assertTrue(member.status(nowNanos).explanation().contains("damaged"));
    }

    @Test
    void g19_aReportAboutATruncatedEntryCountsForNothing() {
        GroupMember member = recovered(1, 1, 0);
        Context context = new Context(config(1, 1), Recovered.NOTHING, nowNanos);
        context.append(entry(1, 1, Entry.Kind.COMMAND, new byte[1]));
        context.append(entry(2, 1, Entry.Kind.COMMAND, new byte[1]));
        context.truncate(2);
        context.append(entry(2, 2, Entry.Kind.COMMAND, new byte[1]));
        context.held().setPersisted(2, 1);
        assertEquals(0, context.persistedIndex());
        context.held().setPersisted(2, 2);
        assertEquals(2, context.persistedIndex());
        assertEquals(Role.CANDIDATE, member.status(nowNanos).role());
    }

    /** A member of three whose log holds their view and one command. */
    private GroupMember recovered(long id, int birth, long votedFor) {
        MembershipView view =
                new MembershipView(1, List.of(node(1, 1, 1), node(2, 1, 1), node(3, 1, 1)));
        List<Entry> entries =
                List.of(
                        entry(1, 4, Entry.Kind.VIEW, ConfigurationCodec.encodeView(view)),
                        entry(2, 4, Entry.Kind.COMMAND, new byte[3]));
        Recovered recovered =
                new Recovered(
                        true,
                        new KeptState(GENERATION, TERM, votedFor, 0),
                        0,
                        0,
                        new byte[0],
                        entries);
        GroupMember member = new GroupMember(config(id, birth), recovered, nowNanos);
        member.onApplied(nowNanos, 0, 0);
        return member;
    }

    private Message.VoteReply asksForVote(GroupMember member, long candidate) {
        return asksForVote(member, TERM, candidate);
    }

    private Message.VoteReply asksForVote(GroupMember member, long term, long candidate) {
        NodeInfo node = node(candidate, 1, 1);
        member.onLinkUp(nowNanos, node);
        member.takeEffects();
        member.receive(
                nowNanos,
                Channel.LINK,
                node.host(),
                node.linkPort(),
                new Envelope(
                        "lab",
                        GENERATION,
                        candidate,
                        1,
                        1,
                        new Message.VoteRequest(term, 9, 99, false)));
        return member.takeEffects().stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> ((Effect.Send) effect).message())
                .filter(message -> message instanceof Message.VoteReply)
                .map(message -> (Message.VoteReply) message)
                .findFirst()
                .orElseThrow();
    }

    private static Entry entry(long index, long term, Entry.Kind kind, byte[] payload) {
        return new Entry(index, term, index, 1, kind, payload);
    }

    private static GroupConfig config(long id, int birth) {
        return new GroupConfig(
                "lab",
                node(id, 2, birth),
                ElectionPolicy.RTT,
                Timing.REALISTIC,
                GroupConfig.DEFAULT_FOUNDING_WAIT_NANOS,
                GroupConfig.DEFAULT_DATAGRAM_BYTES_MAX,
                id);
    }

    private static NodeInfo node(long id, int incarnation, int birth) {
        return new NodeInfo(id, "n" + id, incarnation, birth, "10.0.0." + id, 1_000, 2_000, 3_000);
    }
}
