package outcry.cli.console;

import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import outcry.base.Money;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.client.SessionListener;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.OrderState;
import outcry.wire.trader.ServerMessage.OwnFill;

/**
 * Tells somebody who types what happens meanwhile: the connection's changes, fills of orders that
 * rested, and stops that were reached. Client loop's thread.
 */
final class NoticeListener implements SessionListener {
    private static final int WAITING_KEPT = 1_000;

    private final Queue<Output> outputs;
    private final Set<Long> waiting = new LinkedHashSet<>();
    private String told = "";

    /** {@code outputs} is bounded, and a notice that does not fit is not told; null tells none. */
    NoticeListener(Queue<Output> outputs) {
        this.outputs = outputs;
    }

    @Override
    public void onConnection(ConnectionStatus status) {
        String text =
                status.state() == State.LIVE
                        ? "Connected to "
                                + status.node()
                                + (status.leader().isEmpty()
                                        ? "."
                                        : "; " + status.leader() + " leads.")
                        : status.explanation();
        if (!text.isEmpty() && !text.equals(told)) {
            told = text;
            tell(text);
        }
    }

    @Override
    public void onFeed(ServerMessage message) {
        if (message instanceof OwnFill fill && fill.maker()) {
            tell(
                    "Order "
                            + fill.orderId()
                            + ": "
                            + (fill.side() == Side.BUY ? "bought " : "sold ")
                            + fill.quantity()
                            + " "
                            + fill.instrument()
                            + " @ "
                            + Money.format(fill.price())
                            + (fill.fee() == 0 ? "." : ", fee " + Money.format(fill.fee()) + "."));
        } else if (message instanceof OrderState order && order.state().equals("waiting")) {
            rememberWaiting(order.orderId());
        } else if (message instanceof OrderState order && waiting.remove(order.orderId())) {
            tellOfStop(order);
        }
    }

    private void tellOfStop(OrderState order) {
        if (order.terms().triggered()) {
            tell(
                    "Order "
                            + order.orderId()
                            + ": triggered by a trade at its stop, "
                            + Money.format(order.terms().stop())
                            + ".");
        }
    }

    private void rememberWaiting(long orderId) {
        waiting.add(orderId);
        if (waiting.size() > WAITING_KEPT) {
            waiting.remove(waiting.iterator().next());
        }
    }

    private void tell(String text) {
        if (outputs != null) {
            outputs.offer(new Output.Notice(text));
        }
    }
}
