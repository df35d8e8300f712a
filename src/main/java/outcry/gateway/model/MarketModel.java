package outcry.gateway.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outcry.base.Check;
import outcry.market.CancelReason;
import outcry.market.MarketListener;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;
import outcry.wire.trader.ServerMessage;

/**
 * The market as this door has seen it up to {@link #index}. Fed with the events of one request
 * after the other; what changes is told to a {@link ModelListener}. Not safe for use by several
 * threads.
 */
public final class MarketModel implements MarketListener {
    private final ModelListener listener;
    private final List<AccountModel> accounts = new ArrayList<>();
    private final Map<String, AccountModel> accountsByName = new HashMap<>();
    private final List<InstrumentModel> instruments = new ArrayList<>();
    private final Map<String, InstrumentModel> instrumentsBySymbol = new HashMap<>();
    private ServerMessage.Round round = ServerMessage.Round.NONE;
    private long index;
    private long timestampNanos;

    public MarketModel(ModelListener listener) {
        this.listener = listener;
    }

    /** The events that follow are those of the request at {@code index}. */
    public void begin(long newIndex, long newTimestampNanos) {
        Check.that(newIndex >= index, "events come in the order of their index");
        index = newIndex;
        timestampNanos = newTimestampNanos;
    }

    /** The log index of the last request whose events are in here. */
    public long index() {
        return index;
    }

    /** The account of this name, or null. */
    public AccountModel account(String name) {
        return accountsByName.get(name);
    }

    /** The instrument of this symbol, or null. */
    public InstrumentModel instrument(String symbol) {
        return instrumentsBySymbol.get(symbol);
    }

    public ServerMessage.Instruments instruments(long id) {
        openInterests();
        List<ServerMessage.Instrument> list = new ArrayList<>(instruments.size());
        for (InstrumentModel instrument : instruments) {
            list.add(instrument.toMessage());
        }
        return new ServerMessage.Instruments(id, index, list, round);
    }

    /** What auctions collect is followed only once somebody asks: one look at all orders. */
    private void openInterests() {
        Set<InstrumentModel> opened = new HashSet<>();
        for (InstrumentModel instrument : instruments) {
            if (instrument.lacksInterest()) {
                instrument.openInterest();
                opened.add(instrument);
            }
        }
        if (opened.isEmpty()) {
            return;
        }
        for (AccountModel account : accounts) {
            for (OrderModel order : account.orders()) {
                if (order.isResting() && opened.contains(order.instrument())) {
                    order.instrument().restingChanged(order.side(), order.price(), order.open());
                }
            }
        }
    }

    @Override
    public void accountOpened(int number, String name, byte[] salt, byte[] hash) {
        Check.that(number == accounts.size(), "accounts are numbered in their order");
        AccountModel account = new AccountModel(number, name, salt, hash);
        accounts.add(account);
        accountsByName.put(name, account);
    }

    @Override
    public void instrumentListed(
            int number, String symbol, String name, long tick, long lot, long pool) {
        Check.that(number == instruments.size(), "instruments are numbered in their order");
        InstrumentModel instrument =
                new InstrumentModel(number, symbol, name, tick, lot, pool, listener);
        instruments.add(instrument);
        instrumentsBySymbol.put(symbol, instrument);
        listener.instrumentsChanged();
    }

    @Override
    public void accepted(
            long orderId,
            int account,
            int instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            long price,
            long quantity) {
        AccountModel owner = accounts.get(account);
        OrderModel order =
                new OrderModel(
                        orderId,
                        owner,
                        instruments.get(instrument),
                        side,
                        type,
                        timeInForce,
                        price,
                        quantity);
        owner.add(order);
        changed(order);
    }

    @Override
    public void furtherTerms(
            long orderId, int account, int instrument, long display, boolean postOnly) {
        order(account, orderId).setFurtherTerms(display, postOnly);
    }

    @Override
    public void rested(
            long orderId, int account, int instrument, Side side, long price, long quantity) {
        OrderModel order = order(account, orderId);
        order.rest();
        changed(order);
        InstrumentModel model = instruments.get(instrument);
        model.restingChanged(side, price, order.open());
        model.depth().rested(orderId, account, instrument, side, price, quantity);
        listener.instrumentsChanged();
    }

    @Override
    public void traded(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long makerOrderId,
            long takerOrderId,
            int makerAccount,
            int takerAccount,
            Side aggressor,
            long makerLeaves,
            long takerLeaves) {
        OrderModel maker = order(makerAccount, makerOrderId);
        OrderModel taker = order(takerAccount, takerOrderId);
        maker.trade(makerLeaves);
        taker.trade(takerLeaves);
        changed(maker);
        changed(taker);
        InstrumentModel model = instruments.get(instrument);
        model.depth()
                .traded(
                        tradeId,
                        instrument,
                        price,
                        quantity,
                        makerOrderId,
                        takerOrderId,
                        makerAccount,
                        takerAccount,
                        aggressor,
                        makerLeaves,
                        takerLeaves);
        tell(model, tradeId, price, quantity, maker, taker);
    }

    /** Nobody takes in an auction; the later of the two orders is told as the taker. */
    @Override
    public void uncrossed(
            long tradeId,
            int instrument,
            long price,
            long quantity,
            long buyOrderId,
            long sellOrderId,
            int buyAccount,
            int sellAccount,
            long buyPrice,
            long sellPrice,
            long buyLeaves,
            long sellLeaves) {
        OrderModel buy = order(buyAccount, buyOrderId);
        OrderModel sell = order(sellAccount, sellOrderId);
        buy.trade(buyLeaves);
        sell.trade(sellLeaves);
        changed(buy);
        changed(sell);
        InstrumentModel model = instruments.get(instrument);
        model.restingChanged(Side.BUY, buyPrice, -quantity);
        model.restingChanged(Side.SELL, sellPrice, -quantity);
        model.depth()
                .uncrossed(
                        tradeId,
                        instrument,
                        price,
                        quantity,
                        buyOrderId,
                        sellOrderId,
                        buyAccount,
                        sellAccount,
                        buyPrice,
                        sellPrice,
                        buyLeaves,
                        sellLeaves);
        boolean isBuyLater = buyOrderId > sellOrderId;
        tell(model, tradeId, price, quantity, isBuyLater ? sell : buy, isBuyLater ? buy : sell);
    }

    @Override
    public void refilled(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        InstrumentModel model = instruments.get(instrument);
        model.depth().refilled(orderId, account, instrument, side, price, shown);
        listener.instrumentsChanged();
    }

    @Override
    public void withdrawn(
            long orderId, int account, int instrument, Side side, long price, long shown) {
        OrderModel order = order(account, orderId);
        order.enter();
        InstrumentModel model = instruments.get(instrument);
        model.restingChanged(side, price, -order.open());
        model.depth().withdrawn(orderId, account, instrument, side, price, shown);
        listener.instrumentsChanged();
    }

    @Override
    public void reduced(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long shown,
            long open) {
        OrderModel order = order(account, orderId);
        InstrumentModel model = instruments.get(instrument);
        model.restingChanged(side, price, open - order.open());
        order.amend(price, open);
        changed(order);
        model.depth().reduced(orderId, account, instrument, side, price, shown, open);
        listener.instrumentsChanged();
    }

    @Override
    public void amended(
            long orderId, int account, int instrument, Side side, long price, long open) {
        OrderModel order = order(account, orderId);
        order.amend(price, open);
        changed(order);
    }

    @Override
    public void waiting(long orderId, int account, int instrument, Side side, long stop) {
        OrderModel order = order(account, orderId);
        order.await(stop);
        changed(order);
    }

    @Override
    public void triggered(long orderId, int account, int instrument) {
        OrderModel order = order(account, orderId);
        order.trigger();
        changed(order);
    }

    @Override
    public void feeCharged(int account, int instrument, long orderId, long cents) {
        listener.feeCharged(accounts.get(account), orderId, cents);
    }

    @Override
    public void roleChanged(int account, Role role) {
        AccountModel model = accounts.get(account);
        model.setRole(role);
        listener.accountChanged(model);
    }

    @Override
    public void roundChanged(long number, RoundState state) {
        round = new ServerMessage.Round(number, state);
        listener.instrumentsChanged();
    }

    @Override
    public void termsChanged(int instrument, long reference, int band, int makerFee, int takerFee) {
        instruments
                .get(instrument)
                .setTerms(new ServerMessage.InstrumentTerms(reference, band, makerFee, takerFee));
        listener.instrumentsChanged();
    }

    @Override
    public void lastPrice(int instrument, long price) {
        instruments.get(instrument).setLast(price);
        listener.instrumentsChanged();
    }

    @Override
    public void phaseChanged(int instrument, Phase phase) {
        InstrumentModel model = instruments.get(instrument);
        model.setPhase(phase);
        listener.instrumentsChanged();
    }

    @Override
    public void cancelled(
            long orderId,
            int account,
            int instrument,
            Side side,
            long price,
            long quantity,
            CancelReason why,
            boolean wasResting) {
        OrderModel order = order(account, orderId);
        InstrumentModel model = instruments.get(instrument);
        if (order.isResting()) {
            model.restingChanged(side, price, -quantity);
        }
        order.cancel(why);
        changed(order);
        model.depth()
                .cancelled(orderId, account, instrument, side, price, quantity, why, wasResting);
        listener.instrumentsChanged();
    }

    @Override
    public void cashChanged(int account, long available, long reserved) {
        AccountModel model = accounts.get(account);
        model.setCash(available, reserved);
        listener.accountChanged(model);
    }

    @Override
    public void sharesChanged(int account, int instrument, long available, long reserved) {
        AccountModel model = accounts.get(account);
        model.setShares(instrument, instruments.get(instrument).symbol(), available, reserved);
        listener.accountChanged(model);
    }

    @Override
    public void poolChanged(int instrument, long left) {
        InstrumentModel model = instruments.get(instrument);
        model.setPool(left);
        listener.instrumentsChanged();
    }

    private void tell(
            InstrumentModel model,
            long tradeId,
            long price,
            long quantity,
            OrderModel maker,
            OrderModel taker) {
        ServerMessage.Trade trade =
                new ServerMessage.Trade(
                        model.symbol(),
                        tradeId,
                        price,
                        quantity,
                        taker.side(),
                        index,
                        timestampNanos);
        model.add(trade);
        listener.traded(model, trade, maker, taker);
        listener.instrumentsChanged();
    }

    private OrderModel order(int account, long orderId) {
        OrderModel order = accounts.get(account).order(orderId);
        Check.that(order != null, "an event of an order that is not working");
        return order;
    }

    private void changed(OrderModel order) {
        order.changedAt(index, timestampNanos);
        if (!order.isWorking()) {
            order.account().remove(order);
        }
        listener.orderChanged(order);
    }
}
