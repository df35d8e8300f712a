package outcry.market;

/** One trade as seen from the order that caused it; price in cents. */
public record Fill(long tradeId, long price, long quantity) {}
