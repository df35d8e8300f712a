/** From the client loop's thread to JavaFX's: what the exchange tells, at the pace of the eye. */
package outcry.desktop.trader.feed;
