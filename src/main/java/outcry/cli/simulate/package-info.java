/** The simulation as a tool: many seeds on several threads, told as they end. */
package outcry.cli.simulate;
