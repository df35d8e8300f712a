/**
 * The data structures of order books, on flat arrays and without any rule of the market: orders in
 * slots, queues of slots per price, prices in a radix tree. Everything is numbered; nothing is
 * allocated per order. Imports only {@code base}; owned by the thread that applies commands.
 *
 * <p>Start with {@link outcry.market.book.BookSides} (prices, best first), then {@link
 * outcry.market.book.PriceLevels} (a queue per price) and {@link outcry.market.book.OrderSlots}.
 */
package outcry.market.book;
