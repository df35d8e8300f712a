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
 * writes (seed 1; instruments × resting orders), each engine in a JVM of its own, one after the
 * other in turn: the least round of two to five forks of three rounds. This market resolves names
 * and keeps accounts, reservations and the digest; the others keep none of these. Trades and
 * volumes of all were equal.
 *
 * <pre>
 *                                   1×1k  64×1k  1×100k  64×100k  1×1M  64×1M
 * this market                         70    117     182      163   275    416
 * exchange-core 0.5.3 (direct book)   87    178     266      445   304    692
 * parity-match 0.7.0                 183    182     393      439  1469    726
 * parity-book 0.7.0 (matches not)    145    128     329      425   353    701
 * sorted maps of queues              117    108     339      485  1316    763
 * </pre>
 *
 * <p>Measured 2026-11-22 on a virtual machine with two cores (AMD EPYC), OpenJDK 17.0.15, {@code
 * -Xmx6g}, while other work kept both cores busy: forks differ by a half, those of 1×1k between 70
 * and 115, so ratios tell more than figures. At 1×1k and beyond 1,000 resting orders this market
 * was ahead of all others in every turn; at 64×1k the sorted maps, with few prices per book, are as
 * fast. A resting order takes 100 to 135 bytes.
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
