/** What the window shows while it has not found any exchange yet. */
package outcry.desktop.trader.search;
