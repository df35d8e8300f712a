/** The ticket: orders, and moving cash and shares in and out. */
package outcry.desktop.trader.ticket;
