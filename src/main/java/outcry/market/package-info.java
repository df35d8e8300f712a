/**
 * The exchange: what can be asked of it, what it answers and reports, and {@link
 * outcry.market.Exchange}, the replicated state machine. Pure and deterministic: no clock, thread,
 * randomness, floating point or hash order; imports only {@code base}.
 *
 * <p>A {@link outcry.market.Request} goes through {@link outcry.market.Exchange}, which makes it
 * happen exactly once ({@code session}), to the rule for its {@link outcry.market.Command} ({@code
 * rules}), which changes {@code state}, whose orders lie in {@code book}. What happened goes to a
 * {@link outcry.market.MarketListener}, the outcome back as an {@link outcry.market.Answer}.
 *
 * <h2>Speed</h2>
 *
 * <p>Nanoseconds of CPU per operation of the stream that {@code outcry bench match --write-stream}
 * writes (seed 1; instruments × resting orders), each engine in a process of its own, one after the
 * other in turn: the least of three rounds, of two turns (one at 1M). This market resolves names
 * and keeps accounts, reservations and the digest; the others keep none of these. Trades and
 * volumes of all were equal.
 *
 * <pre>
 *                                   1×1k  64×1k  1×100k  64×100k  1×1M  64×1M
 * this market                        107    104     202      243   286    397
 * exchange-core 0.5.3 (direct book)   87    168     269      450   345    950
 * parity-book 0.7.0 (matches not)    140    115     289      494   411    543
 * sorted maps of queues               86    134     373      551
 * CppTrader (C++, -O3)                70     77     279      403   473    666
 * </pre>
 *
 * <p>Measured 2026-11-22 on a virtual machine with two cores (AMD EPYC) and nothing else to do,
 * OpenJDK 17.0.15, {@code -Xmx6g}. Single processes differ: 1×1k took this market 70 to 115, as the
 * compiler happened to inline. With few resting orders it is behind, beyond that ahead of all.
 * Elsewhere measured, parity-match 0.7.0 and CoralME are slower than these. A resting order takes
 * 100 to 135 bytes. 99.9 % of the operations took less than 0.5 to 2.9 µs, those of the others 0.6
 * to 22 µs.
 *
 * <p>An operation at 1×1k is about 800 instructions, more than a quarter of which only move values
 * between registers and stack. Time goes where memory is first touched: the trader's name (about a
 * seventh), the place of the id and the order's slot (a tenth), the price level and the holding (a
 * tenth together). Measure anew with {@code outcry bench match --json} or, under JMH, with {@code
 * mvn -Pjmh test-compile exec:exec@jmh}.
 *
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
