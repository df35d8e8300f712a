/**
 * All the market knows, and how it is written into a checkpoint: accounts, instruments, resting
 * orders, and the digest that each of them keeps current. No rule of the market is in here.
 *
 * <p>Start with {@link outcry.market.state.MarketState}. Owned by the thread that applies commands.
 */
package outcry.market.state;
