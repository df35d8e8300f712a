/**
 * What the windows share: the order book, the depth chart, chips, banners, panels, the members
 * table, numbers as text, and the one way from another thread onto JavaFX's.
 *
 * <p>Parts know values, not where they come from: nothing here imports client, node or market.
 */
package outcry.desktop.parts;
