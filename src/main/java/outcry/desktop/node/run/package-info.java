/**
 * A node as a window runs it: starting, watching, crashing, leaving and starting again, with the
 * one hop from the node's thread to the JavaFX thread. Knows no scene graph.
 */
package outcry.desktop.node.run;
