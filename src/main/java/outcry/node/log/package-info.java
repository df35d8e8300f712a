/**
 * Where a node keeps the group's log between its starts: on disk, or in memory only (G28, G30–G32).
 */
package outcry.node.log;
