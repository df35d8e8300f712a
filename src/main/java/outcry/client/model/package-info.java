/**
 * Read models: what the feeds of a session amount to, for windows and bots. Plain Java without
 * threads: each model belongs to the thread that feeds it, what it gives out is immutable.
 */
package outcry.client.model;
