/**
 * The rules of the market, one class per subject: {@link outcry.market.rules.Market} gives each
 * command to the desk that decides it. Commands change {@link outcry.market.state.MarketState} and
 * leave one {@link outcry.market.rules.Outcome}; what happened goes to a {@link
 * outcry.market.MarketListener}. {@code Foresight} alone looks at commands before their turn, and
 * changes nothing.
 */
package outcry.market.rules;
