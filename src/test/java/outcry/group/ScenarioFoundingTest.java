package outcry.group;

import org.junit.jupiter.api.Test;

/**
 * Founding a group, finding one, joining it (G7, G23); left what is done, right what comes of it.
 */
class ScenarioFoundingTest {

    @Test
    void g7OneNodeAloneFoundsItsGroupAfterThreeSeconds() {
        Scenario.ofMembers(1, ElectionPolicy.RTT)
                .check(
                        """
start 1           |
run 2900ms        |
run 200ms         | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
propose 1 a b     | 1->* Data t1 3..4 after t1 c2; 1 applies 3:a; 1 applies 4:b
log 1             | 1:t1:view[1]; 2:t1:settings; 3:t1:a; 4:t1:b
""");
    }

    @Test
    void g7TwoEmptyNodesStartedTogetherMakeOneGroup() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
start 1 2         |
run 3s            | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
run 1s            | 2 LEARNER; 2 applies 1:view[1]; 1: 2 has the log and becomes a voter;
                  | 2 FOLLOWER; 1 2 applies 3:view[1, 2]; 1: 1 is chosen to lead
state             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
""");
    }

    @Test
    void g7OfTwoFoundersThatMeetOneGivesItsGroupUp() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
isolate 1         |
start 1 2         |
run 4s            | 1 2 LEADER; 1: 1 heard nobody and founded the group lab;
                  | 1 applies 1:view[1]; 2: 2 heard nobody and founded the group lab;
                  | 2 applies 1:view[2]
heal              |
run 1s            | 2: another group of this name exists: this node, which holds no trade yet, joins 1;
                  | 2 SEARCHING; 2 LEARNER; 2 applies 1:view[1];
                  | 1: 2 has the log and becomes a voter; 2 FOLLOWER; 1 2 applies 3:view[1, 2];
                  | 1: 1 is chosen to lead
state             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
""");
    }

    @Test
    void g23AJoiningNodeGetsTheLogThenItsVote() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
start 1           |
run 4s            | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
propose 1 a b     | 1->* Data t1 3..4 after t1 c2; 1 applies 3:a; 1 applies 4:b
start 2           |
run 1s            | 2 LEARNER; 2 applies 1:view[1]; 2 applies 3:a; 2 applies 4:b;
                  | 1: 2 has the log and becomes a voter; 2 FOLLOWER; 1 2 applies 5:view[1, 2];
                  | 1: 1 is chosen to lead
propose 2 c       | c FORWARDED; 2->1 Forward 1
run 10ms          | 1 2 applies 6:c
state             | 1 LEADER t1 last 6 commit 6; 2 FOLLOWER t1 last 6 commit 6
""");
    }

    @Test
    void g23OfALongLogAJoiningNodeGetsACheckpointThenTheTail() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
start 1           |
run 4s            | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
fill 1 100        |
start 2           |
lose 1->2 Data    |
run 1s            | 2 LEARNER; 2: fetches a checkpoint from 1;
                  | 2 restores 100 commands up to 102; 1: 2 has the log and becomes a voter
heal              |
propose 1 a       | 1->* Data t1 104 after t1 c102
run 1s            | 2 FOLLOWER; 1 2 applies 103:view[1, 2]; 1: 1 is chosen to lead;
                  | 1 2 applies 104:a
state             | 1 LEADER t1 last 104 commit 104; 2 FOLLOWER t1 last 104 commit 104
""");
    }

    @Test
    void g23ARestartedNodeHasNoLogAndComesBackAsANewVoter() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
crash 3           | 1 2: 3 crashed: its link was closed and a new connection refused;
                  | 1->* Data t1 7 after t1 c5
run 100ms         | 1 2 applies 6:a; 1 2 applies 7:view[1, 2]
start 3           |
run 1s            | 3 LEARNER; 3 applies 1:view[1]; 3 applies 3:view[1, 2];
                  | 3 applies 4:view[1, 2]; 3 applies 5:view[1, 2, 3]; 3 applies 6:a;
                  | 3 applies 7:view[1, 2]; 1 2 applies 8:view[1, 2];
                  | 1: 3 has the log and becomes a voter; 3 FOLLOWER;
                  | 1 2 applies 9:view[1, 2, 3]; 3 applies 8:view[1, 2];
                  | 3 applies 9:view[1, 2, 3]; 1: 1 is chosen to lead
state             | 1 LEADER t1 last 9 commit 9; 2 3 FOLLOWER t1 last 9 commit 9
""");
    }

    @Test
    void g7ALearnerThatGaveUpWhileCutOffComesBackToItsGroup() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
start 1           |
run 4s            | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
fill 1 100        |
lose 1->2 Data    |
lose 1->2 CheckpointPart|
start 2           |
run 1s            | 2 LEARNER; 2: fetches a checkpoint from 1
isolate 2         |
run 15s           | 2: 1 is suspected: silent for 1.0 s; 1: 2 is suspected: silent for 1.0 s;
                  | 2 SEARCHING; 2 LEADER; 2: 2 heard nobody and founded the group lab;
                  | 2 applies 1:view[2]
heal              |
run 2s            | 2: another group of this name exists: this node, which holds no trade yet, joins 1;
                  | 2 SEARCHING; 2 LEARNER; 2: fetches a checkpoint from 1;
                  | 2 restores 100 commands up to 102; 1: 2 has the log and becomes a voter;
                  | 2 FOLLOWER; 1 2 applies 103:view[1, 2]; 1: 1 is chosen to lead
state             | 1 LEADER t1 last 103 commit 103; 2 FOLLOWER t1 last 103 commit 103
""");
    }
}
