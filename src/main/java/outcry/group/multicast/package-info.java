/**
 * Reliable, totally ordered multicast: sequencing, holdback, NACK and retransmission,
 * acknowledgement, commit (G18–G20).
 */
package outcry.group.multicast;
