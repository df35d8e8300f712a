package outcry.group;

import org.junit.jupiter.api.Test;

/** The ordered multicast: lost, doubled and overtaken datagrams (G18–G20, G26). */
class ScenarioMulticastTest {

    @Test
    void g18ABatchIsMulticastAcknowledgedCommittedAndAppliedEverywhere() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
show Ack          |
show Heartbeat    |
propose 1 a b     | 1->* Data t1 6..7 after t1 c5
flush Data        | 2->1 3->1 Ack t1 7
flush Ack         | 1 applies 6:a; 1 applies 7:b; 1->* Heartbeat t1 7 c7
flush Heartbeat   | 2 3 applies 6:a; 2 3 applies 7:b; 2->1 3->1 Ack t1 7
""");
    }

    @Test
    void g19ALostDatagramIsNoticedFetchedByNackAndDeliveredInOrder() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
drop 1->3 Data    |
flush Data        |
propose 1 b       | 1->* Data t1 7 after t1 c5
flush Data        |
flush Ack         | 1 applies 6:a; 1 applies 7:b
after 20ms        | 3->1 Nack t1 6..6; 3->1 Nack t1 6..6
flush Nack        | 1->3 Data t1 6 after t1 c7
flush Data        | 3 applies 6:a; 3 applies 7:b
flush Ack         |
after 100ms       |
flush Heartbeat   | 2 applies 6:a; 2 applies 7:b
counters 3        | gaps 1; held back 1; nacks 2
""");
    }

    @Test
    void g19TheLastDatagramLostIsNoticedByTheHeartbeat() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
drop 1->3 Data    |
run 300ms         | 1 2 3 applies 6:a
counters 3        | gaps 1; nacks 1
""");
    }

    @Test
    void g19ADoubledDatagramIsCountedAndAppliedOnce() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
dup 1->3 Data     |
run 200ms         | 1 2 3 applies 6:a
counters 3        | duplicates 1
log 3             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t1:a
""");
    }

    @Test
    void g21WhereMulticastDoesNotCarryTheLeaderUsesLinks() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
deaf 2 3          |
propose 1 a       | 1->* Data t1 6 after t1 c5
run 400ms         | 1 2 3 applies 6:a
propose 1 b       | 1->* 1->2 1->3 Data t1 7 after t1 c6
run 1s            | 1 2 3 applies 7:b;
                  | 1: multicast does not reach 2: multicast off, using links;
                  | 1: multicast does not reach 3: multicast off, using links
propose 1 c       | 1->* 1->2 1->3 Data t1 8 after t1 c7
run 100ms         | 1 2 3 applies 8:c
counters 2        | gaps 1; nacks 1
heal              |
run 300ms         | 1: multicast reaches 2 again; 1: multicast reaches 3 again
propose 1 d       | 1->* Data t1 9 after t1 c8
run 100ms         | 1 2 3 applies 9:d
state             | 1 LEADER t1 last 9 commit 9; 2 3 FOLLOWER t1 last 9 commit 9
""");
    }

    @Test
    void g21AGroupFormsWithoutMulticast() {
        Scenario.ofMembers(3, ElectionPolicy.LCR)
                .check(
                        """
deaf 1 2 3        |
start 1 2 3       |
run 6s            | 1 LEADER; 1: 1 heard nobody and founded the group lab; 1 applies 1:view[1];
                  | 2 3 LEARNER; 2 3 applies 1:view[1]; 1: 2 has the log and becomes a voter;
                  | 2 FOLLOWER; 1 2 3 applies 3:view[1, 2]; 1 2 applies 4:view[1, 2];
                  | 1: 3 has the log and becomes a voter; 3 FOLLOWER;
                  | 1 2 applies 5:view[1, 2, 3]; 3 applies 4:view[1, 2];
                  | 3 applies 5:view[1, 2, 3]; 1: 3 is chosen to lead; 3 1 2 CANDIDATE;
                  | 3 LEADER; 1 2 FOLLOWER; 3 1 2 applies 6:view[1, 2, 3];
                  | 3: multicast does not reach 1: multicast off, using links;
                  | 3: multicast does not reach 2: multicast off, using links
propose 2 a       | a FORWARDED; 2->3 Forward 1
run 100ms         | 3 1 2 applies 7:a
crash 1           | 2 3: 1 crashed: its link was closed and a new connection refused;
                  | 3->* 3->2 Data t2 8 after t2 c7
run 1s            | 3 2 applies 8:view[2, 3]
state             | 1 down; 2 FOLLOWER t2 last 8 commit 8; 3 LEADER t2 last 8 commit 8
""");
    }

    @Test
    void g20WithoutAMajorityNothingIsCommitted() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 1 a       | 1->* Data t1 6 after t1 c5
drop 1->2 Data    |
drop 1->3 Data    |
flush             |
state             | 1 LEADER t1 last 6 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
""");
    }

    @Test
    void g26AFollowerForwardsItsTradersCommandsInOrder() {
        Scenario.ofMembers(3, ElectionPolicy.RTT)
                .check(
                        """
group             | 1 LEADER t1 last 5 commit 5; 2 3 FOLLOWER t1 last 5 commit 5
propose 3 a b     | a b FORWARDED; 3->1 Forward 2
flush Forward     | 1->* Data t1 6..7 after t1 c5
run 100ms         | 1 2 3 applies 6:a; 1 2 3 applies 7:b
log 2             | 1:t1:view[1]; 2:t1:settings; 3:t1:view[1, 2]; 4:t1:view[1, 2];
                  | 5:t1:view[1, 2, 3]; 6:t1:a; 7:t1:b
""");
    }
}
