package outcry.market;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of the market once more, as plainly as they can be written: sorted maps, queues, one
 * object per order, exact integers. Slow, and the judge of the fast one: every answer and every
 * event must be equal.
 */
final class ReferenceMarket {
    private static final class Account {
        final int number;
        final byte[] secret;
        long cash;
        long reservedCash;
        final Map<Integer, Long> shares = new TreeMap<>();
        final Map<Integer, Long> reservedShares = new TreeMap<>();

        Account(int number, byte[] secret) {
            this.number = number;
            this.secret = secret;
        }

        long shares(Instrument of) {
            return shares.getOrDefault(of.number, 0L);
        }
    }

    private static final class Order {
        final long id;
        final Account account;
        final Instrument instrument;
        final Side side;
        final long price;
        long open;

        Order(long id, Account account, Instrument instrument, Side side, long price, long open) {
            this.id = id;
            this.account = account;
            this.instrument = instrument;
            this.side = side;
            this.price = price;
            this.open = open;
        }
    }

    private static final class Instrument {
        final int number;
        final long tick;
        final long lot;
        long pool;
        long total;
        final TreeMap<Long, Deque<Order>> bids = new TreeMap<>(Collections.reverseOrder());
        final TreeMap<Long, Deque<Order>> asks = new TreeMap<>();

        Instrument(int number, long tick, long lot, long pool) {
            this.number = number;
            this.tick = tick;
            this.lot = lot;
            this.pool = pool;
            this.total = pool;
        }

        TreeMap<Long, Deque<Order>> orders(Side side) {
            return side == Side.BUY ? bids : asks;
        }
    }

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final TreeMap<Long, Order> open = new TreeMap<>();
    private final EventLog events;
    private long cashTotal;
    private long lastOrderId;
    private long lastTradeId;
    private long index;

    ReferenceMarket(EventLog events) {
        this.events = events;
        instruments.put("A", new Instrument(0, 1, 1, 5_000));
        instruments.put("B", new Instrument(1, 1, 1, 5_000));
    }

    List<Long> openOrders() {
        return new ArrayList<>(open.keySet());
    }

    Answer apply(long index, Command command) {
        this.index = index;
        if (command instanceof Command.OpenAccount c) {
            return open(c);
        }
        Account account = accounts.get(command.account());
        if (account == null) {
            return no(Reason.UNKNOWN_ACCOUNT, 0);
        }
        if (command instanceof Command.DepositCash c) {
            return cash(account, c.cents(), true);
        } else if (command instanceof Command.WithdrawCash c) {
            return cash(account, c.cents(), false);
        } else if (command instanceof Command.ListInstrument c) {
            return list(c);
        } else if (command instanceof Command.CancelOrder c) {
            return cancel(account, c.orderId());
        } else if (command instanceof Command.CancelAll c) {
            return cancelAll(account, c.instrument());
        } else if (command instanceof Command.DepositShares c) {
            return depositShares(account, c);
        } else if (command instanceof Command.WithdrawShares c) {
            return withdrawShares(account, instruments.get(c.instrument()), c.quantity());
        } else if (command instanceof Command.TakeFromPool c) {
            return take(account, instruments.get(c.instrument()), c.quantity());
        } else if (command instanceof Command.ReturnToPool c) {
            return giveBack(account, instruments.get(c.instrument()), c.quantity());
        }
        return enter(account, (Command.EnterOrder) command);
    }

    private Answer open(Command.OpenAccount c) {
        if (!c.account().matches("[A-Za-z0-9._-]{1,32}")) {
            return no(Reason.BAD_NAME, 32);
        }
        byte[] secret = (List.of(c.salt().length) + new String(c.hash())).getBytes();
        if (accounts.containsKey(c.account())) {
            boolean same = java.util.Arrays.equals(accounts.get(c.account()).secret, secret);
            return same ? yes(0) : no(Reason.ACCOUNT_EXISTS, 0);
        }
        accounts.put(c.account(), new Account(accounts.size(), secret));
        events.accountOpened(accounts.size() - 1, c.account(), c.salt(), c.hash());
        return yes(0);
    }

    private Answer cash(Account account, long cents, boolean in) {
        if (cents <= 0) {
            return no(Reason.BAD_AMOUNT, 1);
        }
        long room = in ? Limits.CASH_MAX - cashTotal : account.cash;
        if (cents > room) {
            return no(in ? Reason.OVERFLOW : Reason.INSUFFICIENT_CASH, room);
        }
        account.cash += in ? cents : -cents;
        cashTotal += in ? cents : -cents;
        reportCash(account);
        return yes(account.cash);
    }

    private Answer list(Command.ListInstrument c) {
        if (c.tick() < 1 || c.tick() > Limits.PRICE_MAX) {
            return no(Reason.BAD_TERMS, Limits.PRICE_MAX);
        }
        if (c.lot() < 1 || c.lot() > Limits.LOT_MAX) {
            return no(Reason.BAD_TERMS, Limits.LOT_MAX);
        }
        if (c.pool() < 0 || c.pool() > Limits.SHARES_MAX) {
            return no(Reason.BAD_TERMS, Limits.SHARES_MAX);
        }
        if (c.pool() % c.lot() != 0) {
            return no(Reason.BAD_TERMS, c.lot());
        }
        return list(c.instrument(), c.name(), c.tick(), c.lot(), c.pool());
    }

    private Answer list(String symbol, String name, long tick, long lot, long pool) {
        if (!symbol.matches("[A-Z0-9._-]{1,32}")) {
            return no(Reason.BAD_NAME, 32);
        }
        if (instruments.containsKey(symbol)) {
            return no(Reason.INSTRUMENT_EXISTS, 0);
        }
        events.instrumentListed(instruments.size(), symbol, name, tick, lot, pool);
        instruments.put(symbol, new Instrument(instruments.size(), tick, lot, pool));
        return yes(pool);
    }

    private Answer depositShares(Account account, Command.DepositShares c) {
        if (!instruments.containsKey(c.instrument())) {
            if (c.quantity() < 1) {
                return no(Reason.BAD_QUANTITY, 1);
            }
            if (c.quantity() > Limits.QUANTITY_MAX) {
                return no(Reason.BAD_QUANTITY, Limits.QUANTITY_MAX);
            }
            Answer listed = list(c.instrument(), c.instrument(), 1, 1, 0);
            if (!listed.isAccepted()) {
                return listed;
            }
        }
        Instrument instrument = instruments.get(c.instrument());
        Answer refusal = checkQuantity(instrument, c.quantity());
        if (refusal != null) {
            return refusal;
        }
        if (c.quantity() > Limits.SHARES_MAX - instrument.total) {
            return no(Reason.OVERFLOW, Limits.SHARES_MAX - instrument.total);
        }
        instrument.total += c.quantity();
        return moveShares(account, instrument, c.quantity());
    }

    private Answer withdrawShares(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkGiving(account, instrument, quantity);
        if (refusal != null) {
            return refusal;
        }
        instrument.total -= quantity;
        return moveShares(account, instrument, -quantity);
    }

    private Answer take(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkQuantity(instrument, quantity);
        if (refusal != null) {
            return refusal;
        }
        if (quantity > instrument.pool) {
            return no(Reason.POOL_TOO_SMALL, instrument.pool);
        }
        return movePool(account, instrument, quantity);
    }

    private Answer giveBack(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkGiving(account, instrument, quantity);
        return refusal != null ? refusal : movePool(account, instrument, -quantity);
    }

    private Answer movePool(Account account, Instrument instrument, long quantity) {
        moveShares(account, instrument, quantity);
        instrument.pool -= quantity;
        events.poolChanged(instrument.number, instrument.pool);
        return yes(instrument.pool);
    }

    private Answer moveShares(Account account, Instrument instrument, long quantity) {
        account.shares.merge(instrument.number, quantity, Long::sum);
        reportShares(account, instrument);
        return yes(account.shares(instrument));
    }

    private Answer checkQuantity(Instrument instrument, long quantity) {
        if (instrument == null) {
            return no(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        if (quantity < 1 || quantity % instrument.lot != 0) {
            return no(Reason.BAD_QUANTITY, instrument.lot);
        }
        return quantity > Limits.QUANTITY_MAX ? no(Reason.BAD_QUANTITY, Limits.QUANTITY_MAX) : null;
    }

    private Answer checkGiving(Account account, Instrument instrument, long quantity) {
        Answer refusal = checkQuantity(instrument, quantity);
        if (refusal == null && quantity > account.shares(instrument)) {
            return no(Reason.INSUFFICIENT_SHARES, account.shares(instrument));
        }
        return refusal;
    }

    private Answer enter(Account account, Command.EnterOrder c) {
        Instrument instrument = instruments.get(c.instrument());
        Answer refusal = checkQuantity(instrument, c.quantity());
        if (refusal == null) {
            refusal = c.type() == OrderType.MARKET ? checkMarketTerms(c) : checkTerms(c);
        }
        if (refusal == null) {
            refusal = checkMeans(account, instrument, c);
        }
        if (refusal != null) {
            return refusal;
        }
        long id = ++lastOrderId;
        Order order = new Order(id, account, instrument, c.side(), c.price(), c.quantity());
        events.accepted(
                id,
                account.number,
                instrument.number,
                c.side(),
                c.type(),
                c.timeInForce(),
                c.price(),
                c.quantity());
        boolean isMarket = c.type() == OrderType.MARKET;
        reserve(order, isMarket, c.quantity());
        List<Fill> fills = match(order, isMarket);
        long filled = c.quantity() - order.open;
        long resting = 0;
        long cancelled = 0;
        if (order.open > 0 && !isMarket && c.timeInForce() == TimeInForce.GTC) {
            resting = order.open;
            instrument
                    .orders(c.side())
                    .computeIfAbsent(c.price(), price -> new ArrayDeque<>())
                    .add(order);
            open.put(id, order);
            events.rested(id, account.number, instrument.number, c.side(), c.price(), order.open);
        } else if (order.open > 0) {
            cancelled = order.open;
            reserve(order, isMarket, -cancelled);
            events.cancelled(
                    id,
                    account.number,
                    instrument.number,
                    c.side(),
                    c.price(),
                    cancelled,
                    isMarket ? CancelReason.MARKET_REMAINDER : CancelReason.IMMEDIATE_OR_CANCEL,
                    false);
        }
        if (filled > 0 || c.side() == Side.BUY) {
            reportCash(account);
        }
        if (filled > 0 || c.side() == Side.SELL) {
            reportShares(account, instrument);
        }
        List<Fill> listed = fills.subList(0, Math.min(fills.size(), 1_000));
        return new Answer(index, Reason.ACCEPTED, id, filled, resting, cancelled, listed);
    }

    private Answer checkMarketTerms(Command.EnterOrder c) {
        return c.price() != 0 ? no(Reason.BAD_PRICE, 0) : null;
    }

    private Answer checkTerms(Command.EnterOrder c) {
        long tick = instruments.get(c.instrument()).tick;
        if (c.price() < 1 || c.price() % tick != 0) {
            return no(Reason.BAD_PRICE, tick);
        }
        if (c.price() > Limits.PRICE_MAX) {
            return no(Reason.BAD_PRICE, Limits.PRICE_MAX);
        }
        BigInteger value = BigInteger.valueOf(c.price()).multiply(BigInteger.valueOf(c.quantity()));
        return value.compareTo(BigInteger.valueOf(Limits.CASH_MAX)) > 0
                ? no(Reason.OVERFLOW, Limits.CASH_MAX)
                : null;
    }

    private Answer checkMeans(Account account, Instrument instrument, Command.EnterOrder c) {
        boolean isMarket = c.type() == OrderType.MARKET;
        if (c.side() == Side.SELL && c.quantity() > account.shares(instrument)) {
            return no(Reason.INSUFFICIENT_SHARES, account.shares(instrument));
        }
        if (c.side() == Side.BUY && !isMarket && c.price() * c.quantity() > account.cash) {
            return no(Reason.INSUFFICIENT_CASH, account.cash);
        }
        if (isMarket && instrument.orders(c.side().opposite()).isEmpty()) {
            return no(Reason.NO_LIQUIDITY, 0);
        }
        if (isMarket
                && c.side() == Side.BUY
                && account.cash < instrument.asks.firstKey() * instrument.lot) {
            return no(Reason.INSUFFICIENT_CASH, account.cash);
        }
        return null;
    }

    /** Moves what {@code quantity} shares of the order need from available to reserved. */
    private void reserve(Order order, boolean isMarket, long quantity) {
        if (order.side == Side.SELL) {
            order.account.shares.merge(order.instrument.number, -quantity, Long::sum);
            order.account.reservedShares.merge(order.instrument.number, quantity, Long::sum);
        } else if (!isMarket) {
            order.account.cash -= order.price * quantity;
            order.account.reservedCash += order.price * quantity;
        }
    }

    private List<Fill> match(Order taker, boolean isMarket) {
        List<Fill> fills = new ArrayList<>();
        TreeMap<Long, Deque<Order>> makers = taker.instrument.orders(taker.side.opposite());
        while (taker.open > 0 && !makers.isEmpty()) {
            long price = makers.firstKey();
            boolean meets =
                    isMarket
                            || (taker.side == Side.BUY
                                    ? price <= taker.price
                                    : price >= taker.price);
            if (!meets) {
                break;
            }
            Order maker = makers.get(price).peek();
            long quantity = Math.min(taker.open, maker.open);
            if (isMarket && taker.side == Side.BUY) {
                long lot = taker.instrument.lot;
                quantity = Math.min(quantity, taker.account.cash / (price * lot) * lot);
            }
            if (quantity == 0) {
                break;
            }
            fills.add(trade(taker, maker, isMarket, quantity));
            if (maker.open == 0) {
                makers.get(price).poll();
                open.remove(maker.id);
                if (makers.get(price).isEmpty()) {
                    makers.remove(price);
                }
            }
        }
        return fills;
    }

    private Fill trade(Order taker, Order maker, boolean takerIsMarket, long quantity) {
        long price = maker.price;
        Order buyer = taker.side == Side.BUY ? taker : maker;
        Order seller = taker.side == Side.BUY ? maker : taker;
        // Everything reserved for these shares becomes available again; then it is paid.
        reserve(buyer, buyer == taker && takerIsMarket, -quantity);
        reserve(seller, false, -quantity);
        buyer.account.cash -= price * quantity;
        seller.account.cash += price * quantity;
        int instrument = taker.instrument.number;
        seller.account.shares.merge(instrument, -quantity, Long::sum);
        buyer.account.shares.merge(instrument, quantity, Long::sum);
        taker.open -= quantity;
        maker.open -= quantity;
        lastTradeId++;
        events.traded(
                lastTradeId,
                instrument,
                price,
                quantity,
                maker.id,
                taker.id,
                maker.account.number,
                taker.account.number,
                taker.side,
                maker.open,
                taker.open);
        reportCash(maker.account);
        reportShares(maker.account, taker.instrument);
        return new Fill(lastTradeId, price, quantity);
    }

    private Answer cancel(Account account, long orderId) {
        Order order = open.get(orderId);
        if (order == null) {
            return no(Reason.UNKNOWN_ORDER, orderId);
        }
        if (order.account != account) {
            return no(Reason.NOT_YOUR_ORDER, orderId);
        }
        cancel(order);
        return new Answer(index, Reason.ACCEPTED, orderId, 0, 0, order.open, List.of());
    }

    private Answer cancelAll(Account account, String symbol) {
        if (!symbol.isEmpty() && !instruments.containsKey(symbol)) {
            return no(Reason.UNKNOWN_INSTRUMENT, 0);
        }
        long count = 0;
        for (Order order : new ArrayList<>(open.values())) {
            boolean meant = symbol.isEmpty() || order.instrument == instruments.get(symbol);
            if (order.account == account && meant) {
                cancel(order);
                count++;
            }
        }
        return yes(count);
    }

    private void cancel(Order order) {
        open.remove(order.id);
        TreeMap<Long, Deque<Order>> side = order.instrument.orders(order.side);
        Iterator<Order> queue = side.get(order.price).iterator();
        while (queue.next() != order) {
            // looks for the order
        }
        queue.remove();
        if (side.get(order.price).isEmpty()) {
            side.remove(order.price);
        }
        reserve(order, false, -order.open);
        events.cancelled(
                order.id,
                order.account.number,
                order.instrument.number,
                order.side,
                order.price,
                order.open,
                CancelReason.BY_TRADER,
                true);
        if (order.side == Side.BUY) {
            reportCash(order.account);
        } else {
            reportShares(order.account, order.instrument);
        }
    }

    private void reportCash(Account account) {
        events.cashChanged(account.number, account.cash, account.reservedCash);
    }

    private void reportShares(Account account, Instrument instrument) {
        events.sharesChanged(
                account.number,
                instrument.number,
                account.shares(instrument),
                account.reservedShares.getOrDefault(instrument.number, 0L));
    }

    private Answer yes(long detail) {
        return Answer.accepted(index, detail);
    }

    private Answer no(Reason reason, long detail) {
        return Answer.rejected(index, reason, detail);
    }
}
