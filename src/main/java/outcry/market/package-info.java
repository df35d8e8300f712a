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
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
