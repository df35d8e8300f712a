/** A disk that forgets: what the journal meets when a machine dies, without a machine. */
package outcry.simulation.disk;
