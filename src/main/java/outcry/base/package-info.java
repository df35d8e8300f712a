/** Checks, bounded queues, binary reading and writing: what every other package may use. */
package outcry.base;
