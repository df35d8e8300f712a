/**
 * A trader in a terminal: lines of text from standard input become commands and questions, and
 * every line gets exactly one answer, in order, as text or as JSON.
 */
package outcry.cli.console;
