/** The blotter: working orders, fills, rejections, positions. */
package outcry.desktop.trader.blotter;
