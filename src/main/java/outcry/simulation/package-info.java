/**
 * Whole groups with traders under faults, from one seed, and the judges that find out whether an
 * invariant was broken. {@link outcry.simulation.Simulation} runs one seed; the parts are {@link
 * outcry.simulation.world} (what there is), {@link outcry.simulation.check} (what must hold) and
 * {@link outcry.simulation.ambush} (coincidences that are brought about).
 */
package outcry.simulation;
