/**
 * An attack on running nodes, at line rate and on loopback only: {@link outcry.fuzz.FuzzRun} tells
 * how to start it. Not part of the tests: it takes minutes and a whole computer.
 *
 * <p>{@link outcry.fuzz.Nonsense} and {@link outcry.fuzz.RandomOrders} are what the fuzz tests of
 * the traders' lines and of the console are made of; those are part of the tests.
 */
package outcry.fuzz;
