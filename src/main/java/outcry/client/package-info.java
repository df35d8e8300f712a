/**
 * A trader's side: finding nodes, choosing by round trip, failing over, requests that happen
 * exactly once, and read models of what the feeds bring.
 */
package outcry.client;
