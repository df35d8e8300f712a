/**
 * How roles, states and spans of time look in a node's window: one word, one glyph and one style
 * class each, the same in the strip, the table and the ring.
 */
package outcry.desktop.node.face;
