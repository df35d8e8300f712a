/**
 * Simulated traders: ordinary clients with an account of their own each, whose decisions come from
 * one seed. They trade on through failovers like anybody else.
 */
package outcry.bots;
