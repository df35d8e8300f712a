/**
 * The layout of what travels and of what the log holds: group messages, commands, the traders' JSON
 * lines.
 */
package outcry.wire;
