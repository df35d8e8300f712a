package outcry.wire.trader;

import java.util.List;
import outcry.market.Answer;
import outcry.market.Phase;
import outcry.market.Side;

/**
 * What a node's door says to a trader's program. Money and prices in cents, times in nanoseconds
 * since 1970.
 */
public sealed interface ServerMessage {

    /** Answer to Hello. {@code leader} is the leader's name, empty without one. */
    record Welcome(
            int version,
            String node,
            long nodeId,
            String group,
            long generation,
            long term,
            String leader)
            implements ServerMessage {}

    record LoggedIn(long id, String account, boolean ok, String message) implements ServerMessage {}

    /**
     * Answer to Submit; {@code message} explains a rejection. A BUSY answer was not sequenced: the
     * same number may be sent again.
     */
    record Answered(long session, long number, Answer answer, String message)
            implements ServerMessage {}

    record Subscribed(long id, boolean ok, String message) implements ServerMessage {}

    record Holding(String instrument, long available, long reserved) {}

    /** State at {@code index}; {@code id} of the query, 0 in a feed. */
    record AccountState(
            long id,
            String account,
            long index,
            long cashAvailable,
            long cashReserved,
            List<Holding> holdings)
            implements ServerMessage {
        public AccountState {
            holdings = List.copyOf(holdings);
        }
    }

    /**
     * One own order after a change; {@code state} is resting, waiting (for its stop price), filled,
     * cancelled or accepted; {@code reason} why cancelled.
     */
    record OrderState(
            long orderId,
            String account,
            String instrument,
            Side side,
            long price,
            long quantity,
            long open,
            String state,
            String reason,
            long index,
            long timestampNanos)
            implements ServerMessage {}

    /** An own fill, on either side. */
    record OwnFill(
            String account,
            String instrument,
            long orderId,
            long tradeId,
            Side side,
            long price,
            long quantity,
            boolean maker,
            long index,
            long timestampNanos)
            implements ServerMessage {}

    record Orders(long id, String account, long index, List<OrderState> orders)
            implements ServerMessage {
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /** One price of a book. */
    record PriceLevel(long price, long quantity, int orders) {}

    /** The whole book, best first; {@code checksum} over its top ten levels (M18). */
    record Book(
            long id,
            String instrument,
            long index,
            List<PriceLevel> bids,
            List<PriceLevel> asks,
            long checksum)
            implements ServerMessage {
        public Book {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    /**
     * One level changed at {@code index}; quantity 0 removes it. {@code checksum} is that of the
     * book after all changes of that index, on the last of them; else 0.
     */
    record Level(
            String instrument,
            long index,
            Side side,
            long price,
            long quantity,
            int orders,
            long checksum)
            implements ServerMessage {}

    record Trade(
            String instrument,
            long tradeId,
            long price,
            long quantity,
            Side aggressor,
            long index,
            long timestampNanos) {}

    /**
     * Trades, oldest first: the latest ones in answer to a query or subscription, new ones in a
     * feed (id 0).
     */
    record Trades(long id, String instrument, List<Trade> trades) implements ServerMessage {
        public Trades {
            trades = List.copyOf(trades);
        }
    }

    /**
     * {@code last} is the last trade's price, 0 before the first; {@code bestBid} and {@code
     * bestAsk} 0 when empty; {@code phase} says what can be done now.
     */
    record Instrument(
            String symbol,
            String name,
            long tick,
            long lot,
            long pool,
            long last,
            long volume,
            long bestBid,
            long bestAsk,
            Phase phase) {

        /** An instrument that trades continuously. */
        public Instrument(
                String symbol,
                String name,
                long tick,
                long lot,
                long pool,
                long last,
                long volume,
                long bestBid,
                long bestAsk) {
            this(symbol, name, tick, lot, pool, last, volume, bestBid, bestAsk, Phase.CONTINUOUS);
        }
    }

    record Instruments(long id, long index, List<Instrument> instruments) implements ServerMessage {
        public Instruments {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * {@code role} and {@code state} as the answering node sees them, lower case; round trip
     * between nodes in nanoseconds.
     */
    record Member(
            String name,
            long nodeId,
            String address,
            String role,
            String state,
            String reason,
            boolean voter,
            long roundTripNanos) {}

    record Members(
            long id,
            String group,
            long generation,
            long view,
            long term,
            String leader,
            long commitIndex,
            String explanation,
            List<Member> members)
            implements ServerMessage {
        public Members {
            members = List.copyOf(members);
        }
    }

    /** The answering node about itself. */
    record NodeState(
            long id,
            String group,
            long generation,
            String node,
            long nodeId,
            int incarnation,
            String address,
            String role,
            String state,
            String leader,
            long term,
            long view,
            long commit,
            long applied,
            String digest,
            int traders)
            implements ServerMessage {}

    /**
     * Every 250 ms, and when the leader changes: proof that the feed is live. {@code leader} is
     * empty while there is none.
     */
    record Heartbeat(long index, long term, String leader, String explanation)
            implements ServerMessage {}

    /**
     * A request that could not be understood, or a limit that was passed; {@code closing} when the
     * door closes now. {@code id} is that of a query, login or subscription, else 0; a command's
     * number stands in the message, and was not used up.
     */
    record Problem(long id, String message, boolean closing) implements ServerMessage {}
}
