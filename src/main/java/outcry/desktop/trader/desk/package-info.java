/** What a trader has asked for: commands on their way, and what became of each. */
package outcry.desktop.trader.desk;
