package outcry.gateway.model;

import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** Hears what changed in a {@link MarketModel} while events are applied. */
public interface ModelListener {
    /** Hears nothing. */
    ModelListener NONE = new ModelListener() {};

    /** A level of the book has this quantity and number of orders now; 0 when it is gone. */
    default void levelChanged(
            InstrumentModel instrument, Side side, long price, long quantity, int orders) {}

    default void traded(
            InstrumentModel instrument,
            ServerMessage.Trade trade,
            OrderModel maker,
            OrderModel taker) {}

    default void orderChanged(OrderModel order) {}

    /** The latest trade of this order cost its account a fee, in cents. */
    default void feeCharged(AccountModel account, long orderId, long cents) {}

    /** Cash, shares or role of the account changed. */
    default void accountChanged(AccountModel account) {}

    /** An instrument was listed, or what is told of it or of the round has changed. */
    default void instrumentsChanged() {}
}
