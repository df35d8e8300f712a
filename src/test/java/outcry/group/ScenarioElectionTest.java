package outcry.group;

import org.junit.jupiter.api.Test;

/** Elections by both policies, and what confirms the chosen one (G12–G17). */
class ScenarioElectionTest {

    @Test
    void g13RttTheNodeWithTheLowestMeanRoundTripIsChosen() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
delay 1-2 9ms     |
delay 1-3 3ms     |
delay 2-3 3ms     |
run 8s            |
show report       |
elect 1           | 1->2 1->3 RoundStart t1 r3 planned;
                  | 1: 1 reports a mean round trip of 11999 µs;
                  | 1->2 1->3 RttReport t1 r3 11999us
run 1s            | 3 1 2: 3 reports a mean round trip of 5999 µs;
                  | 3: 1 reports a mean round trip of 11999 µs;
                  | 2 3 1: 2 reports a mean round trip of 11999 µs;
                  | 2: 1 reports a mean round trip of 11999 µs; 1: 3 is chosen to lead;
                  | 3 1 2 CANDIDATE; 3 LEADER; 1 2 FOLLOWER; 3 1 2 applies 6:view[1, 2, 3]
state             | 1 2 FOLLOWER t2 last 6 commit 6; 3 LEADER t2 last 6 commit 6
""");
    }

    @Test
    void g13RttEqualRoundTripsGoToTheLowerAddress() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .at(1, "10.0.0.30")
                .at(2, "10.0.0.9")
                .at(3, "10.0.0.10")
                .check(
                        """
group             | 1 3 FOLLOWER t2 last 6 commit 6; 2 LEADER t2 last 6 commit 6
""");
    }

    @Test
    void g13RttOnOneHostEqualRoundTripsGoToTheLowerId() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .at(1, "10.0.0.7")
                .at(2, "10.0.0.7")
                .at(3, "10.0.0.7")
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
show report       |
elect 1           | 1->2 1->3 RoundStart t1 r3 planned;
                  | 1: 1 reports a mean round trip of 2000 µs; 1->2 1->3 RttReport t1 r3 2000us
run 1s            | 2 1: 2 reports a mean round trip of 2000 µs;
                  | 3 1: 3 reports a mean round trip of 2000 µs;
                  | 2 3: 1 reports a mean round trip of 2000 µs;
                  | 3: 2 reports a mean round trip of 2000 µs; 1: 1 is chosen to lead;
                  | 2: 3 reports a mean round trip of 2000 µs
""");
    }

    @Test
    void g13LcrOfThreeTheHighestUidComesBackToItsOwner() {
        Scenario.ofMembers(3, ElectionPolicy.LCR)
                .check(
                        """
group             | 1 2 FOLLOWER t2 last 6 commit 6; 3 LEADER t2 last 6 commit 6
show RingToken    |
show RingElected  |
elect 3           | 3->1 3->2 RoundStart t2 r3 planned; 3->2 RingToken t2 r3 3
run 100ms         | 1->3 RingToken t2 r3 1; 2->1 1->3 RingToken t2 r3 2;
                  | 2->1 1->3 RingToken t2 r3 3; 3->2 2->1 1->3 RingElected t2 r3 3;
                  | 3: 3 is chosen to lead
""");
    }

    @Test
    void g13LcrOfFiveAfterTheHighestCrashedTheNextHighestLeads() {
        Scenario.ofMembers(5, ElectionPolicy.LCR)
                .check(
                        """
group             | 1 2 3 4 FOLLOWER t2 last 9 commit 9; 5 LEADER t2 last 9 commit 9
crash 5           | 1 2 3 4: 5 crashed: its link was closed and a new connection refused;
                  | 1 2 3 4 CANDIDATE; 1->4 RingToken t2 r3 1; 2->1 RingToken t2 r3 2;
                  | 3->2 RingToken t2 r3 3; 4->3 RingToken t2 r3 4
show RingToken    |
run 1s            | 1->4 RingToken t2 r3 2; 2->1 1->4 RingToken t2 r3 3;
                  | 3->2 2->1 1->4 RingToken t2 r3 4; 4 3 2 1: 4 is chosen to lead; 4 LEADER;
                  | 1 2 3 FOLLOWER; 4 1 2 3 applies 10:view[1, 2, 3, 4, 5];
                  | 4 1 2 3 applies 11:view[1, 2, 3, 4]
state             | 1 2 3 FOLLOWER t3 last 11 commit 11; 4 LEADER t3 last 11 commit 11; 5 down
""");
    }

    @Test
    void g15TwoCandidatesAtOnceMakeOneLeader() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
lose 2->3 RttReport|
lose 3->2 RttReport|
crash 1           | 2 3: 1 crashed: its link was closed and a new connection refused;
                  | 2 3 CANDIDATE; 2->3 3->2 RttReport t1 r3 2000us
show VoteRequest  |
show VoteReply    |
run 3s            | 2: 2 is chosen to lead; 3: 3 is chosen to lead;
                  | 2->1 2->3 3->1 3->2 VoteRequest t2 t1:5; 3->2 2->3 VoteReply t2 no;
                  | 3: 3 is chosen to lead; 3->1 3->2 VoteRequest t3 t1:5;
                  | 2->3 VoteReply t3 yes; 3 LEADER; 2 FOLLOWER; 3 2 applies 6:view[1, 2, 3];
                  | 3 2 applies 7:view[2, 3]
state             | 1 down; 2 FOLLOWER t3 last 7 commit 7; 3 LEADER t3 last 7 commit 7
""");
    }

    @Test
    void g14ALeaderCrashesMidBatchAndTheNextOneFetchesWhatItMissed() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a b     | 1->* Data t1 6..7 after t1 c5
drop 1->2 Data    |
flush Data        |
crash 1           | 2 3: 1 crashed: its link was closed and a new connection refused;
                  | 2 3 CANDIDATE; 2->3 3->2 RttReport t1 r3 2000us
run 1s            | 3 2: 2 is chosen to lead; 2: fetches the newest entries from 3; 2 LEADER;
                  | 3 FOLLOWER; 2 3 applies 6:a; 2 3 applies 7:b; 2 3 applies 8:view[1, 2, 3];
                  | 2 3 applies 9:view[2, 3]
log 2             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t1:a; 7:t1:b; 8:t2:view[1, 2, 3]; 9:t2:view[2, 3]
log 3             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t1:a; 7:t1:b; 8:t2:view[1, 2, 3]; 9:t2:view[2, 3]
""");
    }

    @Test
    void g14WhatReachedNobodyBeforeTheLeaderCrashedIsGone() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a b     | 1->* Data t1 6..7 after t1 c5
drop 1->2 Data    |
drop 1->3 Data    |
crash 1           | 2 3: 1 crashed: its link was closed and a new connection refused;
                  | 2 3 CANDIDATE; 2->3 3->2 RttReport t1 r3 2000us
run 1s            | 3 2: 2 is chosen to lead; 2 LEADER; 3 FOLLOWER; 2 3 applies 6:view[1, 2, 3];
                  | 2 3 applies 7:view[2, 3]
propose 2 c       | 2->* Data t2 8 after t2 c7
run 10ms          | 2 3 applies 8:c
log 3             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t2:view[1, 2, 3]; 7:t2:view[2, 3]; 8:t2:c
""");
    }

    @Test
    void g19ADeposedLeadersTailIsTruncated() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
isolate 1         |
propose 1 x       | 1->* Data t1 6 after t1 c5
run 3s            | 1: 2 is suspected: silent for 1.0 s; 1: 3 is suspected: silent for 1.0 s;
                  | 1: steps down: hears fewer than the 2 voters that must agree; 1 CANDIDATE;
                  | 1: This node hears 1 of 3 voters; 2 are needed, so that two halves can never disagree. Trading waits for 2, 3, or until an operator continues without.;
                  | 2 3: 1 is suspected: silent for 1.0 s; 2 3 CANDIDATE;
                  | 3 2: 2 is chosen to lead; 2 LEADER; 3 FOLLOWER; 2 3 applies 6:view[1, 2, 3];
                  | 2 3 applies 7:view[2, 3]
state             | 1 CANDIDATE t1 last 6 commit 5; 2 LEADER t2 last 7 commit 7;
                  | 3 FOLLOWER t2 last 7 commit 7
propose 2 y       | 2->* Data t2 8 after t2 c7
run 100ms         | 2 3 applies 8:y
heal              |
run 2s            | 1 FOLLOWER; 1: removed entries 6 to 6 that the leader does not have;
                  | 1 LEARNER; 1 applies 6:view[1, 2, 3]; 1 applies 7:view[2, 3]; 1 applies 8:y;
                  | 2 3 applies 9:view[2, 3]; 2: 1 has the log and becomes a voter; 1 FOLLOWER;
                  | 2 applies 10:view[1, 2, 3]; 1 applies 9:view[2, 3];
                  | 1 3 applies 10:view[1, 2, 3]; 2: 1 is chosen to lead; 1 2 3 CANDIDATE;
                  | 1 LEADER; 2 3 FOLLOWER; 1 2 3 applies 11:view[1, 2, 3]
log 1             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t2:view[1, 2, 3]; 7:t2:view[2, 3]; 8:t2:y;
                  | 9:t2:view[2, 3]; 10:t2:view[1, 2, 3]; 11:t3:view[1, 2, 3]
state             | 1 LEADER t3 last 11 commit 11; 2 3 FOLLOWER t3 last 11 commit 11
""");
    }

    @Test
    void g16OfTwoTheSurvivorOfACrashLeadsAtOnce() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
crash 1           | 2: 1 crashed: its link was closed and a new connection refused; 2 CANDIDATE;
                  | 2: 2 is chosen to lead; 2->1 Canvass t2 t1:3
run 300ms         | 2 LEADER; 2 applies 4:view[2]
propose 2 a       | 2->* Data t2 5 after t2 c4; 2 applies 5:a
state             | 1 down; 2 LEADER t2 last 5 commit 5
""");
    }

    @Test
    void g16OfTwoTheOneThatMerelyHearsNothingWaits() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
isolate 1         |
run 3s            | 1: 2 is suspected: silent for 1.0 s; 1 applies 4:view[1];
                  | 2: 1 is suspected: silent for 1.0 s; 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.
propose 2 a       | a NO_LEADER
state             | 1 LEADER t1 last 4 commit 4; 2 CANDIDATE t1 last 3 commit 3
""");
    }
}
