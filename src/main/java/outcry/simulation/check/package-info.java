/**
 * The judges of a run: each watches a world and knows one of the invariants that must always hold.
 * They keep their own books, from effects, market events and answers, and never ask the group what
 * it believes.
 */
package outcry.simulation.check;
