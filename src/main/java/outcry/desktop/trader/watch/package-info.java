/** The watchlist: the instruments, one of them chosen for the whole window. */
package outcry.desktop.trader.watch;
