package outcry.market;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the plain market knows: one object for everything, sorted maps, exact integers. */
final class ReferenceState {
    static final class Account {
        final int number;
        final byte[] secret;
        boolean isOperator;
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

        long reservedShares(Instrument of) {
            return reservedShares.getOrDefault(of.number, 0L);
        }
    }

    static final class Order {
        final long id;
        final Account account;
        final Instrument instrument;
        final Side side;
        final OrderType type;
        final TimeInForce timeInForce;
        final boolean postOnly;
        final long stop;
        final long display;
        long price;
        long open;
        long shown;

        /** Cents of a buy, shares of a sell. */
        long reserved;

        Order(long id, Account account, Instrument instrument, Command.EnterOrder c) {
            this.id = id;
            this.account = account;
            this.instrument = instrument;
            this.side = c.side();
            this.type = c.type();
            this.timeInForce = c.timeInForce();
            this.postOnly = c.postOnly();
            this.stop = c.stop();
            this.display = c.display();
            this.price = c.price();
            this.open = c.quantity();
        }

        boolean isBuy() {
            return side == Side.BUY;
        }

        boolean crosses(long otherPrice) {
            return price == 0 || (isBuy() ? otherPrice <= price : otherPrice >= price);
        }
    }

    static final class Instrument {
        final int number;
        final long tick;
        final long lot;
        long pool;
        long total;
        Phase phase = Phase.CONTINUOUS;
        long reference;
        int band;
        int makerFee;
        int takerFee;
        long start;
        long last;
        final TreeMap<Long, Deque<Order>> bids = new TreeMap<>(Collections.reverseOrder());
        final TreeMap<Long, Deque<Order>> asks = new TreeMap<>();
        final TreeMap<Long, Order> waiting = new TreeMap<>();

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

        void enqueue(Order order) {
            orders(order.side).computeIfAbsent(order.price, price -> new ArrayDeque<>()).add(order);
        }

        void dequeue(Order order) {
            Deque<Order> queue = orders(order.side).get(order.price);
            queue.remove(order);
            if (queue.isEmpty()) {
                orders(order.side).remove(order.price);
            }
        }

        boolean isInBand(long price) {
            BigInteger away = big(Math.abs(price - reference)).multiply(big(10_000));
            return band == 0 || away.compareTo(big(reference).multiply(big(band))) <= 0;
        }

        /** Price times quantity, and the higher of both fees on top. */
        BigInteger cost(long price, long quantity) {
            BigInteger value = big(price).multiply(big(quantity));
            BigInteger fee = big(Math.max(makerFee, takerFee));
            return value.add(value.multiply(fee).divide(big(10_000)));
        }

        /** The largest whole number of lots that cash pays for, the taker's fee included. */
        long affordable(long cash, long price) {
            BigInteger value = big(cash).multiply(big(10_000)).divide(big(10_000 + takerFee));
            BigInteger more = value.add(BigInteger.ONE);
            BigInteger fee = more.multiply(big(takerFee)).divide(big(10_000));
            if (more.add(fee).compareTo(big(cash)) <= 0) {
                value = more;
            }
            return value.longValueExact() / price / lot * lot;
        }
    }

    final EventLog events;
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<String, Instrument> instruments = new LinkedHashMap<>();
    final TreeMap<Long, Order> open = new TreeMap<>();
    long cashTotal;
    long startCash;
    long round;
    RoundState roundState = RoundState.ENDED;
    long lastOrderId;
    long lastTradeId;
    long index;

    ReferenceState(EventLog events) {
        this.events = events;
        instruments.put("A", new Instrument(0, 1, 1, 5_000));
        instruments.put("B", new Instrument(1, 1, 1, 5_000));
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    static long fee(long cents, int basisPoints) {
        return big(cents).multiply(big(basisPoints)).divide(big(10_000)).longValueExact();
    }

    void reportCash(Account account) {
        events.cashChanged(account.number, account.cash, account.reservedCash);
    }

    void reportShares(Account account, Instrument instrument) {
        events.sharesChanged(
                account.number,
                instrument.number,
                account.shares(instrument),
                account.reservedShares(instrument));
    }

    void reportTerms(Instrument instrument) {
        events.termsChanged(
                instrument.number,
                instrument.reference,
                instrument.band,
                instrument.makerFee,
                instrument.takerFee);
    }

    Answer yes(long detail) {
        return Answer.accepted(index, detail);
    }

    Answer no(Reason reason, long detail) {
        return Answer.rejected(index, reason, detail);
    }
}
