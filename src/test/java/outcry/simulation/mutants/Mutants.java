package outcry.simulation.mutants;

import java.util.List;
import java.util.stream.Stream;

/**
 * The list: each a mistake that somebody could make. A text that no longer occurs is to be replaced
 * by what keeps its rule now.
 */
final class Mutants {
    private static final String CONFIRMATION = "group/election/Confirmation.java";
    private static final String CONTEXT = "group/Context.java";
    private static final String VOTER = "group/election/Voter.java";
    private static final String ELECTORATE = "group/Electorate.java";
    private static final String DIGESTS = "group/membership/DigestWatch.java";
    private static final String HELD_LOG = "group/HeldLog.java";
    private static final String HOLDBACK = "group/multicast/HoldbackQueue.java";
    private static final String JOINING = "group/membership/Joining.java";
    private static final String LIFECYCLE = "group/Lifecycle.java";
    private static final String MESSAGES = "group/MessageRouter.java";
    private static final String PEERS = "group/failure/Peers.java";
    private static final String REACH = "group/multicast/Reach.java";
    private static final String RECEIVER = "group/multicast/Receiver.java";
    private static final String SEQUENCER = "group/multicast/Sequencer.java";
    private static final String VIEWS = "group/membership/ViewKeeper.java";
    private static final String BATCHES = "journal/BatchLayout.java";
    private static final String SEGMENTS = "journal/Segments.java";
    private static final String STATE_FILE = "journal/StateFile.java";
    private static final String EXCHANGE = "market/Exchange.java";
    private static final String SESSIONS = "market/session/SessionsCodec.java";

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(
                        votes(),
                        halves(),
                        multicast(),
                        reach(),
                        commits(),
                        views(),
                        digests(),
                        requests(),
                        journal())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> votes() {
        return List.of(
                Mutant.of(
                                "a vote is not kept before it is sent",
                                "G31",
                                CONTEXT,
                                "votedFor = candidate; persistState();",
                                "votedFor = candidate;")
                        .breaks("1", "G31")
                        .in(3L),
                Mutant.of(
                                "a voter votes twice in a term",
                                "G14",
                                VOTER,
                                "(context.votedFor() == 0 || context.votedFor() == from)",
                                "true")
                        .and(CONTEXT, "votedFor == 0 || votedFor == candidate", "true")
                        .and(CONTEXT, "if (votedFor == 0) {", "if (votedFor != candidate) {")
                        .breaks("1")
                        .in(16L, 58L),
                Mutant.of(
                                "a vote for a log that ends before the voter's",
                                "G14",
                                VOTER,
                                "return lastTerm > context.log().lastTerm() || lastTerm =="
                                        + " context.log().lastTerm() && lastIndex >="
                                        + " context.log().lastIndex();",
                                "return true;")
                        .breaks("3")
                        .in(10L, 31L),
                Mutant.of(
                                "a candidate does not fetch the tail it lacks",
                                "G14",
                                CONFIRMATION,
                                "if (ahead != null) {",
                                "if (false) {")
                        .breaks("G14")
                        .in(10L, 4L),
                Mutant.of(
                                "votes of nodes that are no voters count",
                                "G14",
                                CONFIRMATION,
                                "&& context.electorate().has(from, birth)) { votes.put(from,"
                                        + " reply);",
                                ") { votes.put(from, reply);")
                        .and(
                                CONFIRMATION,
                                "int granted = granted(context.view()); List<Message.VoteReply>"
                                        + " supporters",
                                "int granted = 1; for (Message.VoteReply each : votes.values())"
                                        + " { granted += each.granted() ? 1 : 0; }"
                                        + " List<Message.VoteReply> supporters")
                        .and(
                                CONTEXT,
                                "for (NodeInfo voter : electorate.voters()) { if (voter.id() !="
                                        + " id()) { sendLink(voter.id(), message); } }",
                                "for (outcry.group.failure.Peer peer : peers.all()) {"
                                        + " sendLink(peer.info().id(), message); }")
                        .breaks("1", "3", "G14", "G16")
                        .in(92L, 177L),
                Mutant.of(
                                "a restarted node forgets its vote",
                                "G31",
                                CONTEXT,
                                "votedFor = kept.votedFor();",
                                "votedFor = 0;")
                        .breaks("1")
                        .in(92L),
                Mutant.of(
                                "a restarted node forgets which change of the view binds it",
                                "G31",
                                CONTEXT,
                                "Math.max(kept.sealedIndex(), recovered.baseIndex())",
                                "recovered.baseIndex()")
                        .breaks("1", "2", "3", "G14")
                        .in(11L, 89L),
                Mutant.of(
                                "the view before elects though the change binds a majority",
                                "G14",
                                CONFIRMATION,
                                "if (agrees(voter.id()) && sealedIndex(voter.id()) >= unsealed) {",
                                "if (false) {")
                        .breaks("1", "2", "3", "G14")
                        .rare(),
                Mutant.of(
                                "the birth of a voter is ignored",
                                "G25",
                                CONTEXT,
                                "voter != null && voter.birth() == nodeBirth",
                                "voter != null")
                        .and(ELECTORATE, "voter != null && voter.birth() == birth", "voter != null")
                        .breaks("1", "2", "3", "G14")
                        .in(88L, 66L));
    }

    private static List<Mutant> halves() {
        return List.of(
                Mutant.of(
                                "half a view leads after a mere silence",
                                "G16",
                                PEERS,
                                "voter.incarnation() && isProven(peer);",
                                "voter.incarnation() && !isLiveState(peer.state);")
                        .breaks("1", "2", "3", "G16")
                        .in(55L, 32L),
                Mutant.of(
                                "a restarted node uses proofs of crash",
                                "G16",
                                ELECTORATE,
                                "&& voter.incarnation() == self.incarnation()",
                                "")
                        .and(
                                CONTEXT,
                                "electorate.recover(Math.max(kept.sealedIndex(),"
                                        + " recovered.baseIndex()));",
                                "electorate.recover(Math.max(kept.sealedIndex(),"
                                        + " recovered.baseIndex()));"
                                        + " electorate.settle(electorate.sealedIndex());")
                        .breaks("1", "2", "3", "G16")
                        .rare(),
                Mutant.of(
                                "half a view that is not committed leads",
                                "G16",
                                ELECTORATE,
                                "&& held.configurations().hasSameVotersSince(held.commitIndex())",
                                "")
                        .and(ELECTORATE, "&& isSettled()", "")
                        .breaks("1", "2", "3", "G16")
                        .rare(),
                Mutant.of(
                                "an even view grows while half of it may lead",
                                "G16",
                                VIEWS,
                                "for (NodeInfo voter : context.view().voters()) { if"
                                        + " (voter.incarnation() != NO_RUN) { return false; } }",
                                "")
                        .breaks("1", "2", "3", "G16")
                        .in(93L, 109L),
                Mutant.of(
                                "a leader without a majority goes on",
                                "G17",
                                LIFECYCLE,
                                "if (!parts.views().hearsMajority() && !parts.views().takeBack())"
                                        + " {",
                                "if (false) {")
                        .breaks("G17")
                        .in(10L));
    }

    private static List<Mutant> multicast() {
        return List.of(
                Mutant.of(
                                "what is missing is never asked for",
                                "G19",
                                RECEIVER,
                                "context.sendDatagram(context.leader(), new Message.Nack(term,"
                                        + " from, to));",
                                "")
                        .breaks("8"),
                Mutant.of(
                                "the term before a batch is not compared",
                                "G19",
                                RECEIVER,
                                "|| entryTerm >= 0 && context.log().termAt(index) == entryTerm;",
                                "|| index <= context.log().lastIndex();")
                        .breaks("1", "2", "3")
                        .in(41L, 36L),
                Mutant.of(
                                "a heartbeat verifies a log by its length",
                                "G19",
                                RECEIVER,
                                "matches(heartbeat.lastIndex(), heartbeat.lastTerm())",
                                "heartbeat.lastIndex() <= context.log().lastIndex()")
                        .breaks("1", "2", "3")
                        .in(41L, 36L),
                Mutant.of(
                                "a conflicting tail stays",
                                "G19",
                                RECEIVER,
                                "context.truncate(entry.index());",
                                "return;")
                        .breaks("1", "2", "3")
                        .in(29L, 19L),
                Mutant.of(
                                "held-back batches leave before the gap is filled",
                                "G19",
                                HOLDBACK,
                                "if (first == null || first.getKey() > nextIndex) {",
                                "if (first == null) {")
                        .and(
                                RECEIVER,
                                "&& matches(next.firstIndex() - 1, next.previousTerm())) {",
                                ") {")
                        .breaks("2", "exception"),
                Mutant.of(
                                "what is not persisted is acknowledged",
                                "G20",
                                RECEIVER,
                                "Math.min(verified, context.persistedIndex())",
                                "verified")
                        .breaks("3"),
                Mutant.of(
                                "what may differ from the leader's is acknowledged",
                                "G20",
                                RECEIVER,
                                "Math.min(verified, context.persistedIndex())",
                                "context.persistedIndex()")
                        .breaks("3")
                        .in(29L, 30L),
                Mutant.of(
                                "a truncated entry still counts as persisted",
                                "G20",
                                HELD_LOG,
                                "persistedIndex = Math.min(persistedIndex, fromIndex - 1);",
                                "")
                        .breaks("3", "6")
                        .in(30L, 36L));
    }

    private static List<Mutant> reach() {
        return List.of(
                Mutant.of(
                                "nothing goes over links where multicast does not carry",
                                "G21",
                                REACH,
                                "if (receiver.getValue().overLink &&",
                                "if (false &&")
                        .breaks("8", "G21", "exception")
                        .in(2L),
                Mutant.of(
                                "who hears no multicast does not know a new leader",
                                "G21",
                                MESSAGES,
                                "if (!context.isLeader() && isFromLeader(peer, envelope,"
                                        + " hello.term())) {",
                                "if (false) {")
                        .breaks("8", "G21", "exception")
                        .in(20L, 2L));
    }

    private static List<Mutant> digests() {
        return List.of(
                Mutant.of(
                                "who differs from the leader goes on",
                                "G22",
                                DIGESTS,
                                "context.pauseDelivery(true);",
                                "")
                        .breaks("G22")
                        .in(1L, 2L),
                Mutant.of(
                                "who differs from the leader takes the lead over",
                                "G22",
                                MESSAGES,
                                "message instanceof Message.HandOver &&"
                                        + " parts.digests().isInDoubt()",
                                "message == null")
                        .breaks("G22")
                        .rare(),
                Mutant.of(
                                "who got a copy still counts among those who differ",
                                "G22",
                                DIGESTS,
                                "differing.values().removeIf(one -> context.now() -"
                                        + " one.lastNanos() > nanos);",
                                "")
                        .and(DIGESTS, "differing.remove(from);", "")
                        .breaks("G22", "6", "8")
                        .in(125L, 188L));
    }

    private static List<Mutant> commits() {
        return List.of(
                Mutant.of(
                                "an entry of an earlier term is committed by counting",
                                "G20",
                                SEQUENCER,
                                "&& context.log().termAt(byMajority) == context.term()",
                                "")
                        .breaks("3")
                        .in(16L),
                Mutant.of(
                                "one copy less than a majority commits",
                                "G20",
                                SEQUENCER,
                                "persisted[persisted.length - context.view().majority()]",
                                "persisted[Math.min(persisted.length - 1, persisted.length -"
                                        + " context.view().majority() + 1)]")
                        .breaks("3"),
                Mutant.of(
                                "a learner's copy counts",
                                "G20",
                                SEQUENCER,
                                "Arrays.sort(persisted);",
                                "Arrays.sort(persisted); for (var each : progressById.entrySet())"
                                        + " { if (!context.view().hasVoter(each.getKey())) {"
                                        + " persisted[0] = Math.max(persisted[0],"
                                        + " each.getValue().acked); Arrays.sort(persisted); } }")
                        .breaks("3"),
                Mutant.of(
                                "a follower applies what the leader has not committed",
                                "G20",
                                RECEIVER,
                                "context.commit(Math.min(knownCommit, verified));",
                                "context.commit(verified);")
                        .breaks("3"),
                Mutant.of(
                                "a follower applies what it has not verified",
                                "G20",
                                RECEIVER,
                                "Math.min(knownCommit, verified)",
                                "Math.min(knownCommit, context.log().lastIndex())")
                        .breaks("2", "3")
                        .in(36L, 11L));
    }

    private static List<Mutant> views() {
        return List.of(
                Mutant.of(
                                "a view changes while another is not committed",
                                "G23",
                                VIEWS,
                                "|| !context.isViewCommitted()",
                                "")
                        .breaks("1", "2", "3", "G23"),
                Mutant.of(
                                "a view changes before the leader has committed in its own term",
                                "G23",
                                VIEWS,
                                "!sequencer.hasCommittedInTerm() || !context.isViewCommitted()",
                                "false")
                        .breaks("1", "2", "3", "G23"),
                Mutant.of(
                                "a voter is removed while too few of the others are heard",
                                "G23",
                                VIEWS,
                                "return live >= voters / 2 + 1;",
                                "return true;")
                        .breaks("G23")
                        .in(5L, 12L),
                Mutant.of(
                                "a checkpoint is taken over one index too low",
                                "G23",
                                JOINING,
                                "context.restore(part.index(), part.term(), configuration, bytes);",
                                "context.restore(part.index() - 1, part.term(), configuration,"
                                        + " bytes);")
                        .breaks("2", "4", "6", "exception")
                        .in(3L),
                Mutant.of(
                                "a checkpoint confirms a log by its length",
                                "G23",
                                JOINING,
                                "if (context.log().termAt(part.index()) == part.term()) { // This"
                                        + " log",
                                "if (part.index() <= context.log().lastIndex()) { // This log")
                        .breaks("2", "3", "6")
                        .in(173L, 2211L));
    }

    private static List<Mutant> journal() {
        return List.of(
                Mutant.of(
                                "entries count as persisted before they are synced",
                                "G28",
                                SEGMENTS,
                                "if (settings.isSynced()) { file.force(); }",
                                "")
                        .breaks("3", "G28")
                        .in(30L, 33L),
                Mutant.of(
                                "term and vote are not synced",
                                "G31",
                                STATE_FILE,
                                "FileHead.encode(MAGIC, numbers(newState))); file.force(); }",
                                "FileHead.encode(MAGIC, numbers(newState))); }")
                        .breaks("1", "G31")
                        .in(39L, 33L),
                Mutant.of(
                                "a record's checksum is not compared",
                                "G30",
                                BATCHES,
                                "if (in.getInt(at + 4) != checksum(in, at, length)) {",
                                "if (false) {")
                        .breaks("1", "2", "3", "6", "G28", "exception")
                        .in(42L));
    }

    private static List<Mutant> requests() {
        return List.of(
                Mutant.of(
                                "a checkpoint lacks the answers remembered",
                                "G27",
                                SESSIONS,
                                "for (Session session : sessions.all()) {",
                                "for (Session session : java.util.List.<Session>of()) {")
                        .and(SESSIONS, "out.putInt(sessions.all().size());", "out.putInt(0);")
                        .breaks("3", "4", "6", "exception")
                        .in(3L),
                Mutant.of(
                                "a repeated request happens again",
                                "G27",
                                EXCHANGE,
                                "? new Verdict(Verdict.Kind.REPEATED, first)",
                                "? decided(index, request, listener)")
                        .breaks("4"),
                Mutant.of(
                                "a request overtakes an earlier one",
                                "G26",
                                EXCHANGE,
                                "if (request.number() > session.last() + 1) {",
                                "if (false) {")
                        .breaks("3", "4", "7", "exception")
                        .in(8L, 23L));
    }
}
