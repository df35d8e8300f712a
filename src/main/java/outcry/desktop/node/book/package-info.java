/**
 * The live order book in a node's window: an ordinary trader's session to this node's own door, so
 * that what is seen is what its traders get.
 */
package outcry.desktop.node.book;
