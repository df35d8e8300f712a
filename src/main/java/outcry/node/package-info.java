/**
 * One replica: the loop that carries the group's effects out (sockets, timers), applies committed
 * commands to the market, and feeds the traders' door. Committed commands that follow each other
 * are read, and shown to the market, before the first is applied ({@code ReadAhead}).
 */
package outcry.node;
