/**
 * The command line: what every command is called, takes and answers with, where settings come from
 * and where files go. Each command's work is in a package of its own below this one; none of them
 * loads a JavaFX class.
 */
package outcry.cli;
