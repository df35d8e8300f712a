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
 * other in turn: the least of three to five rounds, median of two to four forks. This market
 * resolves names and keeps accounts, reservations and the digest; the others keep none of these.
 * Trades and volumes of all were equal.
 *
 * <pre>
 *                                   1×1k  64×1k  1×100k  64×100k  1×1M  64×1M
 * this market                        115    152     227      337   319    536
 * exchange-core 0.5.3 (direct book)   86    170     310      526   392    771
 * parity-match 0.7.0                 151    154     356      596  1962    879
 * parity-book 0.7.0 (matches not)    144    124     295      504   566    648
 * sorted maps of queues               92    174     358      458  1576    773
 * </pre>
 *
 * <p>Measured 2026-11-22 on a virtual machine with two cores (AMD EPYC), OpenJDK 17.0.15, {@code
 * -Xmx6g}, while other work kept both cores busy: forks differ by a half, so ratios tell more than
 * figures. At 1×1k what remains is spread over hundreds of places, names about a seventh of it; at
 * 1×100k two fifths are the two cache misses on the way to an order, its cell in the index and its
 * slot. Measure anew with {@code outcry bench match --json} or, under JMH, with {@code mvn -Pjmh
 * test-compile exec:exec@jmh}.
 *
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
