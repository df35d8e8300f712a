package outcry.wire.trader;

import java.util.List;
import outcry.market.Answer;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;

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

    /** State at {@code index}; {@code id} of the query, 0 in a feed; what the account may do. */
    record AccountState(
            long id,
            String account,
            long index,
            long cashAvailable,
            long cashReserved,
            List<Holding> holdings,
            Role role)
            implements ServerMessage {
        public AccountState {
            holdings = List.copyOf(holdings);
        }

        /** A trader's. */
        public AccountState(
                long id,
                String account,
                long index,
                long cashAvailable,
                long cashReserved,
                List<Holding> holdings) {
            this(id, account, index, cashAvailable, cashReserved, holdings, Role.TRADER);
        }
    }

    /**
     * What an order is, beside side, price and quantity.
     *
     * @param type what it is now: once triggered, a stop order is a market or limit order
     * @param stop the price of the trade that triggers it, or has triggered it; 0 for none
     * @param triggered whether its stop price was reached. A node that took over a later state
     *     knows such an order as the limit order it is, without its stop
     * @param display the shares an iceberg shows at a time, 0 when it shows all
     */
    record OrderTerms(
            OrderType type,
            TimeInForce timeInForce,
            long stop,
            boolean triggered,
            long display,
            boolean postOnly) {
        /** A limit order that is good till cancelled and shows all of itself. */
        public static final OrderTerms PLAIN =
                new OrderTerms(OrderType.LIMIT, TimeInForce.GTC, 0, false, 0, false);
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
            long timestampNanos,
            OrderTerms terms)
            implements ServerMessage {

        /** A plain limit order's. */
        public OrderState(
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
                long timestampNanos) {
            this(
                    orderId,
                    account,
                    instrument,
                    side,
                    price,
                    quantity,
                    open,
                    state,
                    reason,
                    index,
                    timestampNanos,
                    OrderTerms.PLAIN);
        }
    }

    /** An own fill, on either side, and what it cost as a fee. */
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
            long timestampNanos,
            long fee)
            implements ServerMessage {

        /** A fill without a fee. */
        public OwnFill(
                String account,
                String instrument,
                long orderId,
                long tradeId,
                Side side,
                long price,
                long quantity,
                boolean maker,
                long index,
                long timestampNanos) {
            this(
                    account,
                    instrument,
                    orderId,
                    tradeId,
                    side,
                    price,
                    quantity,
                    maker,
                    index,
                    timestampNanos,
                    0);
        }

        /** The same fill at this fee, in cents. */
        public OwnFill withFee(long cents) {
            return new OwnFill(
                    account,
                    instrument,
                    orderId,
                    tradeId,
                    side,
                    price,
                    quantity,
                    maker,
                    index,
                    timestampNanos,
                    cents);
        }
    }

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
     * What an operator has set for an instrument; 0 where there is none.
     *
     * @param reference price in cents
     * @param band hundredths of a percent of the reference; a trade beyond pauses the instrument
     * @param makerFee hundredths of a percent of a trade's value
     * @param takerFee the same for who trades at once
     */
    record InstrumentTerms(long reference, int band, int makerFee, int takerFee) {
        public static final InstrumentTerms NONE = new InstrumentTerms(0, 0, 0, 0);
    }

    /**
     * What an auction would do if it were held now: the price in cents and the shares traded at it;
     * zeros when nothing would trade, or no orders are collected.
     */
    record Indication(long price, long volume) {
        public static final Indication NONE = new Indication(0, 0);
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
            Phase phase,
            InstrumentTerms terms,
            Indication indication) {

        /** An instrument that trades continuously, without band and fees. */
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
            this(
                    symbol,
                    name,
                    tick,
                    lot,
                    pool,
                    last,
                    volume,
                    bestBid,
                    bestAsk,
                    Phase.CONTINUOUS,
                    InstrumentTerms.NONE,
                    Indication.NONE);
        }
    }

    /** The round of trading: its number, 0 before the first, and where it stands. */
    record Round(long number, RoundState state) {
        public static final Round NONE = new Round(0, RoundState.ENDED);
    }

    record Instruments(long id, long index, List<Instrument> instruments, Round round)
            implements ServerMessage {
        public Instruments {
            instruments = List.copyOf(instruments);
        }

        /** Those of an exchange without rounds. */
        public Instruments(long id, long index, List<Instrument> instruments) {
            this(id, index, instruments, Round.NONE);
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
