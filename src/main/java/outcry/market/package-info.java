/**
 * The exchange's rules: accounts, order books, matching. Pure and deterministic: no clock, thread,
 * randomness, floating point or hash order; imports only {@code base}.
 */
package outcry.market;
