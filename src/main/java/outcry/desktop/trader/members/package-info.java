/** The exchange's nodes, as the node that serves this window sees them. */
package outcry.desktop.trader.members;
