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
 * other in turn: the least of three rounds, median of two or three forks. Ours resolves names,
 * keeps accounts, reservations and digest; the others keep none of these. Trades and volumes of all
 * were equal.
 *
 * <pre>
 *                                       1×1k  64×1k  1×100k  64×100k  1×1M  64×1M
 * this market                            106    143     237      351   433    626
 * exchange-core 0.5.3, OrderBookDirect    87    170     307      588   492    920
 * parity-match 0.7.0                     151    154     356      596  1962    879
 * parity-book 0.7.0, told what trades    159    121     295      504   566    588
 * sorted maps of queues, a hash map       95    110     358      458  1575    709
 * </pre>
 *
 * <p>2026-11-22, virtual machine of two cores (AMD EPYC 9004 class), OpenJDK 17.0.15, {@code
 * -Xmx6g}, while other work kept both cores busy: ratios tell more than figures. What remains at
 * 1×1k is spread over some hundred lines, none above 2 %: instructions, not memory; at 100k two
 * fifths are the two cache misses to an order, its cell in the index and its slot. Measure anew
 * with {@code outcry bench match --json} or, under JMH, {@code mvn -Pjmh test-compile
 * exec:exec@jmh}.
 *
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
