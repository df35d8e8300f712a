/** The account: cash, holdings, and what they are worth. */
package outcry.desktop.trader.account;
