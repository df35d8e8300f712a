package outcry.gateway;

import outcry.market.Request;
import outcry.wire.trader.ServerMessage;

/**
 * What the traders' door needs of the node behind it. Called on the gateway's thread; all methods
 * return at once.
 */
public interface Backend {
    /**
     * Hands a request over to be sequenced. The node keeps it, and proposes it again when leaders
     * change, until it is applied or forgotten; {@link Gateway#applied} brings the answer.
     *
     * @return false when the node's bound of waiting requests is reached: answer BUSY
     */
    boolean submit(Request request);

    /**
     * The session's connection is gone: its waiting requests need not be proposed again (they may
     * still happen).
     */
    void forget(long session);

    /**
     * The traders' door failed by an error of its own and is closed: a node without one is of no
     * use to traders and should stop.
     *
     * @param problem a sentence for people
     */
    void doorFailed(String problem);

    /** The group as this node sees it now. */
    ServerMessage.Members members();

    /** This node about itself now. */
    ServerMessage.NodeState nodeState();
}
