package outcry.group;

/** How a message travels. */
public enum Channel {
    /** UDP to everybody on the network; may be lost, doubled, reordered. */
    BROADCAST,
    /** UDP to the group's IP multicast address; may be lost, doubled, reordered. */
    MULTICAST,
    /** UDP to one node; may be lost, doubled, reordered. */
    DATAGRAM,
    /** TCP to one node: ordered, until the link breaks. */
    LINK
}
