package outcry.cli.console;

import java.util.Queue;
import outcry.base.Money;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.client.SessionListener;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;
import outcry.wire.trader.ServerMessage.OwnFill;

/**
 * Tells somebody who types what happens meanwhile: the connection's changes, and fills of orders
 * that rested. Client loop's thread.
 */
final class NoticeListener implements SessionListener {
    private final Queue<Output> outputs;
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
                            + ".");
        }
    }

    private void tell(String text) {
        if (outputs != null) {
            outputs.offer(new Output.Notice(text));
        }
    }
}
