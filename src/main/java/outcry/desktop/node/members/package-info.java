/** The members table of a node's window: who is in the group, as this node sees it. */
package outcry.desktop.node.members;
