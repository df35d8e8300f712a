/** The chosen instrument's order book, with the account's own orders in it, and its depth chart. */
package outcry.desktop.trader.book;
