package outcry.node;

import java.util.List;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.wire.CommandCodec;

/**
 * Requests read before their turn, so that the exchange can foresee what those that follow each
 * other need. Node's thread.
 */
final class ReadAhead {
    private final byte[][] bytes = new byte[Exchange.FORESEEN_MAX][];
    private final Request[] requests = new Request[Exchange.FORESEEN_MAX];
    private final Command[] commands = new Command[Exchange.FORESEEN_MAX];
    private int next;
    private int end;

    /** Reads what will be applied next, in this order; at most as many as can be foreseen. */
    void read(List<byte[]> entries, Exchange exchange) {
        next = 0;
        end = 0;
        for (byte[] entry : entries) {
            try {
                Request request = CommandCodec.decode(entry);
                bytes[end] = entry;
                requests[end] = request;
                commands[end] = request.command();
                end++;
            } catch (MalformedException e) {
                // It is reported when its turn comes; those behind it are read in theirs.
                break;
            }
        }
        exchange.foresee(commands, 0, end);
    }

    /**
     * The request of these bytes, read now if it was not yet.
     *
     * @throws MalformedException when they are none
     */
    Request take(byte[] entry) {
        if (next < end && bytes[next] == entry) {
            return requests[next++];
        }
        end = 0;
        return CommandCodec.decode(entry);
    }
}
