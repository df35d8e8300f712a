/** The status strip and the banner: where the connection stands and what is not normal. */
package outcry.desktop.trader.connection;
