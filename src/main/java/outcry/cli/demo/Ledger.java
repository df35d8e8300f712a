package outcry.cli.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Fill;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Holding;

/**
 * What two accounts must own if every acknowledged command happened exactly once, by the answers
 * alone. They trade with nobody but each other: the maker sells and its orders rest, the taker
 * buys. Not thread-safe.
 */
final class Ledger {

    /** What one account must own. */
    private static final class Owned {
        private long cash;
        private long shares;
        private long sharesInOrders;
    }

    private final String maker;
    private final String taker;
    private final String instrument;
    private final TreeMap<String, Owned> ownedByAccount = new TreeMap<>();
    private final Set<Long> orderIds = new HashSet<>();
    private final Set<Long> tradeIds = new HashSet<>();
    private final List<String> contradictions = new ArrayList<>();

    Ledger(String maker, String taker, String instrument) {
        this.maker = maker;
        this.taker = taker;
        this.instrument = instrument;
        ownedByAccount.put(maker, new Owned());
        ownedByAccount.put(taker, new Owned());
    }

    /** Books one answer. */
    void book(Command command, Answer answer) {
        if (!answer.isAccepted()) {
            return;
        }
        Owned owned = ownedByAccount.get(command.account());
        if (command instanceof Command.DepositCash deposit) {
            owned.cash += deposit.cents();
        } else if (command instanceof Command.DepositShares deposit) {
            owned.shares += deposit.quantity();
        } else if (command instanceof Command.EnterOrder order) {
            if (!orderIds.add(answer.orderId())) {
                contradictions.add("order " + answer.orderId() + " was acknowledged twice");
            }
            if (order.side() == Side.SELL) {
                owned.sharesInOrders += answer.resting();
            } else {
                answer.fills().forEach(this::bookFill);
            }
        }
    }

    private void bookFill(Fill fill) {
        if (!tradeIds.add(fill.tradeId())) {
            contradictions.add("trade " + fill.tradeId() + " was told twice");
        }
        long cents = fill.price() * fill.quantity();
        Owned seller = ownedByAccount.get(maker);
        Owned buyer = ownedByAccount.get(taker);
        seller.cash += cents;
        seller.shares -= fill.quantity();
        seller.sharesInOrders -= fill.quantity();
        buyer.cash -= cents;
        buyer.shares += fill.quantity();
    }

    int orders() {
        return orderIds.size();
    }

    int trades() {
        return tradeIds.size();
    }

    /** What contradicts itself in the answers, or them in {@code state}; empty when all is well. */
    List<String> differences(AccountState state) {
        List<String> differences = new ArrayList<>(contradictions);
        Owned owned = ownedByAccount.get(state.account());
        long shares = 0;
        long reserved = 0;
        for (Holding holding : state.holdings()) {
            if (holding.instrument().equals(instrument)) {
                shares = holding.available() + holding.reserved();
                reserved = holding.reserved();
            }
        }
        compare("cash", owned.cash, state.cashAvailable() + state.cashReserved(), differences);
        compare("shares", owned.shares, shares, differences);
        compare("shares in orders", owned.sharesInOrders, reserved, differences);
        return differences;
    }

    private static void compare(String what, long answered, long held, List<String> differences) {
        if (answered != held) {
            differences.add(what + ": " + held + ", but by the answers " + answered);
        }
    }
}
