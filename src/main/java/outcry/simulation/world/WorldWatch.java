package outcry.simulation.world;

import java.util.List;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.market.Request;
import outcry.market.Verdict;

/**
 * Hears what processes do, at the moment they do it. A watch that finds an invariant broken throws
 * {@link InvariantViolation}.
 */
public interface WorldWatch {
    default void appended(VirtualProcess process, List<Entry> entries) {}

    /** The process keeps a vote, term and generation. */
    default void stateKept(VirtualProcess process, KeptState state) {}

    /** The process is about to send {@code message} to one node. */
    default void sent(VirtualProcess process, NodeInfo to, Message message) {}

    /** The process is about to take in {@code message}. */
    default void received(VirtualProcess process, NodeInfo from, Message message) {}

    /** The process is about to multicast {@code message}. */
    default void multicast(VirtualProcess process, Message message) {}

    /**
     * An entry was applied; {@code request} and {@code verdict} are null unless it is a command.
     */
    default void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {}

    /** The market's state was replaced by a checkpoint at {@code index}. */
    default void restored(VirtualProcess process, long index) {}

    /** The process's market was changed behind its back. */
    default void spoiled(VirtualProcess process) {}

    /**
     * A node was started again and has read what it kept; it has done nothing yet.
     *
     * @param before its last run
     * @param notes what the node says about what it found
     */
    default void restarted(VirtualProcess before, VirtualProcess now, List<String> notes) {}

    default void observed(VirtualProcess process, Observation observation) {}
}
