/**
 * A whole exchange on one computer, on loopback only. Without a display it tells a story of about a
 * minute: nodes as processes of their own, a leader killed in the middle of trading, and the proof
 * that nothing acknowledged was lost.
 */
package outcry.cli.demo;
