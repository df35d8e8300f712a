/**
 * The sockets of one node: datagrams (discovery, unicast, multicast) and links (TCP with framed
 * messages), all non-blocking on one selector and owned by the node's thread.
 */
package outcry.node.net;
