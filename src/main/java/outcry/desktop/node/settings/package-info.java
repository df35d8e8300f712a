/** Settings of the group that this window can change, and facts about the node to read and copy. */
package outcry.desktop.node.settings;
