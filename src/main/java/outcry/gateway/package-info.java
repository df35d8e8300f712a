/**
 * The traders' door: connections, login, limits, subscriptions, answers. One thread, one selector.
 */
package outcry.gateway;
