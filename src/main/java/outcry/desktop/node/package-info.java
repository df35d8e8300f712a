/**
 * The node window: one running node to watch, to crash and to bring back. {@link
 * outcry.desktop.node.NodeWindow} is what others open; a model and a pane for each part of it, the
 * larger parts in packages of their own.
 */
package outcry.desktop.node;
