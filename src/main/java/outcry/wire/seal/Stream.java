package outcry.wire.seal;

/**
 * What a sender counts apart, because it takes ways of its own: within one stream datagrams come
 * nearly in order, between two they may be seconds apart.
 */
public enum Stream {
    /** For one receiver. */
    UNICAST,
    MULTICAST,
    BROADCAST
}
