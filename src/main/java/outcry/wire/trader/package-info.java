/** The traders' port: what travels between a trader's program and a node's door, as JSON lines. */
package outcry.wire.trader;
