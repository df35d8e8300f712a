/**
 * The trader window: its parts are in the packages below, one per panel; here they are put
 * together. Models know values of client, wire and market and no node of the scene; panes know
 * models.
 */
package outcry.desktop.trader;
