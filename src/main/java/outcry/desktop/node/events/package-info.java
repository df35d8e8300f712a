/** The event list: what this node observed, newest first, bounded and filtered. */
package outcry.desktop.node.events;
