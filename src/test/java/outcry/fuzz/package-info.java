/**
 * An attack on running nodes, at line rate and on loopback only: {@link outcry.fuzz.FuzzRun} tells
 * how to start it. Not part of the tests: it takes minutes and a whole computer.
 */
package outcry.fuzz;
