/**
 * The project's own load generator: seeded streams of orders, as plain text that other engines can
 * replay, and how fast the market applies them. Start with {@link outcry.cli.bench.OrderStream};
 * runs on the thread that calls.
 */
package outcry.cli.bench;
