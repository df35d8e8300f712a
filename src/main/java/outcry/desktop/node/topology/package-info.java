/**
 * The ring of members with what travels between them: who leads, who is heard, votes and tokens of
 * an election, requests for what is missing.
 */
package outcry.desktop.node.topology;
