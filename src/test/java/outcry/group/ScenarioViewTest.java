package outcry.group;

import org.junit.jupiter.api.Test;

/**
 * What becomes of a change of the view that is overtaken by the next failure, and what counts as
 * proof of crash; left what is done, right what comes of it.
 */
class ScenarioViewTest {

    @Test
    void g23ARemovalThatCannotBeCommittedIsTakenBackWhenTheRemovedOneReturns() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
isolate 2         |
run 800ms         |
isolate 3         |
run 300ms         | 2: 3 is suspected: silent for 1.0 s; 3 1: 2 is suspected: silent for 1.0 s;
                  | 2: 1 is suspected: silent for 1.0 s; 2 CANDIDATE;
                  | 2: This node hears 1 of 3 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, 3, or until an operator continues without.
crash 3           |
run 1s            | 1: 3 is suspected: silent for 1.0 s;
                  | 1: steps down: hears fewer than the 2 voters that must agree; 1 CANDIDATE;
                  | 1: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 3, or until an operator continues without.
heal              |
run 2s            | 1: 1 is chosen to lead;
                  | 1: 3 crashed: its link was closed and a new connection refused;
                  | 2: 2 is chosen to lead; 2: fetches the newest entries from 1; 2 LEARNER;
                  | 1: 1 is chosen to lead; 1 LEADER; 2 FOLLOWER; 1 2 applies 6:view[1, 3];
                  | 1 2 applies 7:view[1, 2, 3]; 1 2 applies 8:view[1, 2]
state             | 1 LEADER t2 last 8 commit 8; 2 FOLLOWER t2 last 8 commit 8; 3 down
propose 2 a       | a FORWARDED; 2->1 Forward 1
run 100ms         | 1 2 applies 9:a
""");
    }

    /** Else 1 and 3 commit in {1, 2, 3} what 2, half of {1, 2}, never heard of. */
    @Test
    void g16AnEvenViewDoesNotGrowBehindTheBackOfAHalfThatMayLead() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
start 1 2         |
run 4500ms        | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1];
                  | 2 LEARNER; 2 applies 1:view[1]; 1: 2 has the log and becomes a voter;
                  | 2 FOLLOWER; 1 2 applies 3:view[1, 2]; 1: 1 is chosen to lead
state             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3; 3 down
lose 1->2 Data    |
start 3           |
run 900ms         | 3 LEARNER; 3 applies 1:view[1]; 3 applies 3:view[1, 2]
propose 1 a       | 1->* Data t1 5 after t1 c3
run 300ms         |
crash 1           | 2 3: 1 crashed: its link was closed and a new connection refused;
                  | 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.
run 500ms         |
state             | 1 down; 2 CANDIDATE t1 last 3 commit 3; 3 LEARNER t1 last 5 commit 3
""");
    }

    /** Else 1 may come back unbound, elect itself by {1}, and both lead in the same term. */
    @Test
    void g16AHalfLeadsOnlyOnceItKnowsThatAMajorityIsBoundToItsView() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
start 1 2         |
run 3000ms        | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1]
lose 1->2 Heartbeat|
propose 1 a       | 1->* Data t1 3 after t1 c2; 1 applies 3:a
run 300ms         | 2 LEARNER; 2 applies 1:view[1]; 2 applies 3:a;
                  | 1: 2 has the log and becomes a voter; 2 FOLLOWER; 1 applies 4:view[1, 2]
propose 1 b       | 1->* Data t1 5 after t1 c4
run 300ms         | 2 applies 4:view[1, 2]; 1 2 applies 5:b; 1: 1 is chosen to lead
propose 1 c       | 1->* Data t1 6 after t1 c5
run 50ms          | 1 applies 6:c
state             | 1 LEADER t1 last 6 commit 6; 2 FOLLOWER t1 last 6 commit 5
crash 1           | 2: 1 crashed: its link was closed and a new connection refused; 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.
run 1s            |
state             | 1 down; 2 CANDIDATE t1 last 6 commit 5
""");
    }

    @Test
    void g24AnOperatorLetsACutOffNodeContinueWithoutTheOthers() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
propose 1 a       | 1->* Data t1 4 after t1 c3
run 100ms         | 1 2 applies 4:a
continue 2        | 2: there is a leader, 1: nothing to continue
isolate 2         |
run 2s            | 2: 1 is suspected: silent for 1.0 s; 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.;
                  | 1: 2 is suspected: silent for 1.0 s; 1 applies 5:view[1]
propose 1 b       | 1->* Data t1 6 after t1 c5; 1 applies 6:b
continue 2        | 2: 2 goes on without the others, as its operator decided: a new generation of the exchange, from all it holds;
                  | 2 LEADER; 2->* Data t2 5 after t1 c4; 2 applies 5:view[2]
propose 2 c       | 2->* Data t2 6 after t2 c5; 2 applies 6:c
run 100ms         |
heal              |
run 2s            | 2: 1 belongs to another exchange of the same name, founded apart from this one; both hold trades, so neither changes. Stop the nodes of one of them and start them with --archive, which sets their data aside and lets them join the other, or with another --group name;
                  | 1: 2 belongs to another exchange of the same name, founded apart from this one; both hold trades, so neither changes. Stop the nodes of one of them and start them with --archive, which sets their data aside and lets them join the other, or with another --group name
state             | 1 LEADER t1 last 6 commit 6; 2 LEADER t2 last 6 commit 6
log 2             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:a; 5:t2:view[2]; 6:t2:c
""");
    }

    @Test
    void g10AnEchoOfALeaderThatHasDroppedTheAskerIsNoProof() {
        Scenario.ofMembers(2, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 3 commit 3; 2 FOLLOWER t1 last 3 commit 3
isolate 2         |
run 2s            | 1: 2 is suspected: silent for 1.0 s; 1 applies 4:view[1];
                  | 2: 1 is suspected: silent for 1.0 s; 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.
propose 1 a       | 1->* Data t1 5 after t1 c4; 1 applies 5:a
heal              |
lose 1->2 Data    |
lose 1->2 Heartbeat|
run 1s            | 2 FOLLOWER
crash 1           | 2: 1 crashed: its link was closed and a new connection refused; 2 CANDIDATE;
                  | 2: This node hears 1 of 2 voters; 2 are needed, so that two halves can never disagree. Trading waits for 1, or until an operator continues without.
run 3s            |
state             | 1 down; 2 CANDIDATE t1 last 3 commit 3
""");
    }
}
