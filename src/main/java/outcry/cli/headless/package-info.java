/**
 * A node without a window: what it sees goes to standard output as one JSON object a line, and
 * standard input takes commands.
 */
package outcry.cli.headless;
