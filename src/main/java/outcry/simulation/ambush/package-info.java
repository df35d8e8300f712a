/**
 * Coincidences that hardly ever come about by themselves, brought about: each waits for its moment
 * and strikes with several faults at once. Only what the protocol promises to survive.
 */
package outcry.simulation.ambush;
