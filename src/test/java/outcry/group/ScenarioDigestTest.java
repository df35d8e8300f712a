package outcry.group;

import org.junit.jupiter.api.Test;

/** A member's copy of the application differs (G22); left what is done, right what comes of it. */
class ScenarioDigestTest {

    @Test
    void g22AFollowerThatDiffersStopsApplyingAndTakesACheckpoint() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
run 100ms         | 1 2 3 applies 6:a
spoil 3           |
propose 1 b       | 1->* Data t1 7 after t1 c6
run 100ms         | 1 2 3 applies 7:b
propose 1 c       | 1->* Data t1 8 after t1 c7
run 100ms         | 1 2 applies 8:c;
                  | 3: this node's market differs from the leader's at entry 7: it stops serving
run 1s            | 3: fetches a checkpoint from 1; 3 takes its copy anew up to 8;
                  | 3: the market was replaced by the group's
propose 3 d       | d FORWARDED; 3->1 Forward 1
run 200ms         | 1 2 3 applies 9:d
log 3             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t1:a; 7:t1:b; 8:t1:c; 9:t1:d
state             | 1 LEADER t1 last 9 commit 9; 2 3 FOLLOWER t1 last 9 commit 9
""");
    }

    @Test
    void g22ALeaderFromWhichMostOthersDifferIsTheOneThatIsWrong() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
spoil 1           |
propose 2 a       | a FORWARDED; 2->1 Forward 1
run 100ms         | 1 2 3 applies 6:a
run 2s            | 2 3: this node's market differs from the leader's at entry 6: it stops serving;
                  | 1: most others' markets differ from this one's: it stops serving;
                  | 3: the market is right, the leader says; 3 1 2 CANDIDATE; 3 LEADER;
                  | 1 2 FOLLOWER; 3 applies 7:view[1, 2, 3];
                  | 2: the market is right, the leader says; 2 applies 7:view[1, 2, 3];
                  | 1: fetches a checkpoint from 2; 1 takes its copy anew up to 7;
                  | 1: the market was replaced by the group's
propose 1 b       | b FORWARDED; 1->3 Forward 1
run 500ms         | 3 1 2 applies 8:b
state             | 1 2 FOLLOWER t2 last 8 commit 8; 3 LEADER t2 last 8 commit 8
""");
    }
}
