/** The tape: every trade of the chosen instrument as it happens. */
package outcry.desktop.trader.tape;
