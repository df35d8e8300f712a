/** The replication panel: indexes, the holdback queue with its holes, and what was counted. */
package outcry.desktop.node.replication;
