/**
 * One replica: the loop that carries the group's effects out (sockets, timers), applies committed
 * commands to the market, and feeds the traders' door.
 */
package outcry.node;
