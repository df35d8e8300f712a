/**
 * How the exchange is run: phases and rounds as every trader sees them, and the operator's desk.
 */
package outcry.desktop.trader.venue;
