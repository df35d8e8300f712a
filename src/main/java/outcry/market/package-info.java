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
 * other in turn: the least of three rounds, of three turns (of eight at 1k). This market resolves
 * names and keeps accounts, reservations and the digest; the others keep none of these. Trades and
 * volumes of all were equal.
 *
 * <pre>
 *                                   1×1k  64×1k  1×100k  64×100k  1×1M  64×1M
 * this market                         75    116     119      209   147    230
 * the same, one command at a time     75    109     239      308   275    390
 * exchange-core 0.5.3 (direct book)   90    181     352      495   365    714
 * parity-book 0.7.0 (matches not)    141    116     341      555   438    666
 * sorted maps of queues               93     97     425      490
 * CppTrader (C++, -O3)                69     84     316      429   423    585
 * </pre>
 *
 * <p>Measured 2026-11-22 on a virtual machine with two cores (AMD EPYC), OpenJDK 17.0.15, {@code
 * -Xmx6g}. What other guests of the machine do makes single processes differ, by half and more;
 * hence the least of several turns, for all. Elsewhere measured, parity-match 0.7.0 and CoralME are
 * slower than these. 99.9 % of the commands that came alone took less than 0.6 to 2.0 µs, those of
 * the others less than 0.7 to 21 µs. A resting order takes 39 to 133 bytes.
 *
 * <p>Large books wait for memory: a cancel for its order's slot, then for its neighbours. {@link
 * outcry.market.rules.Market#foresee} lets sixteen commands wait together, which halves their time,
 * and an order takes four words. Small ones are in the caches, and instructions count, about six
 * hundred an operation. Left out for a measurement, one after the other, names took 7 ns, accounts
 * with reservations 7 and the digest 6 of 72 at 1×1k; 17, 26 and 8 of 115 at 64×1k, where what
 * 1,000 accounts hold of 64 instruments fills a second-level cache by itself. Without the three,
 * books and rules took 51 and 74. Measure anew with {@code outcry bench match --json} or, under
 * JMH, with {@code mvn -Pjmh test-compile exec:exec@jmh}.
 *
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
