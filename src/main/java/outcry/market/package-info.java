/**
 * The exchange's rules: accounts, order books, matching. Pure and deterministic: no clock, thread,
 * randomness, floating point or hash order; imports only {@code base}.
 *
 * <p>A {@link outcry.market.Request} goes through {@link outcry.market.Exchange}, which makes it
 * happen exactly once, to {@code Market}, which knows the rule for each {@link
 * outcry.market.Command}: {@code Listings}, {@code Transfers}, or {@code OrderDesk} with {@code
 * Matching}. All state is in {@code MarketState}. What happened goes to a {@link
 * outcry.market.MarketListener}, the outcome back as an {@link outcry.market.Answer}.
 *
 * <p>All sums stay far from overflow because {@link outcry.market.Limits} bounds what comes in.
 */
package outcry.market;
