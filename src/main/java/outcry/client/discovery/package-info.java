/**
 * Finding the nodes of an exchange and measuring the round trips to them: datagrams, and the
 * ranking made from them. Only {@link outcry.client.discovery.DiscoveryPort} knows the group's
 * messages.
 */
package outcry.client.discovery;
