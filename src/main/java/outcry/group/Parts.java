package outcry.group;

import outcry.group.discovery.Discovery;
import outcry.group.election.Election;
import outcry.group.election.HandOverTransfer;
import outcry.group.membership.CheckpointServer;
import outcry.group.membership.Departure;
import outcry.group.membership.DigestWatch;
import outcry.group.membership.Joining;
import outcry.group.membership.ViewKeeper;
import outcry.group.multicast.Receiver;
import outcry.group.multicast.Retransmitter;
import outcry.group.multicast.Sequencer;

/** The parts of one member. */
record Parts(
        Discovery discovery,
        Election election,
        HandOverTransfer handOver,
        Receiver receiver,
        Sequencer sequencer,
        Retransmitter retransmitter,
        ViewKeeper views,
        Joining joining,
        CheckpointServer checkpoints,
        DigestWatch digests,
        Departure departure,
        ForwardQueue forwards) {}
