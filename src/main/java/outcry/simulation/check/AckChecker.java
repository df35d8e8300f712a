package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import outcry.group.Entry;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.simulation.world.VirtualJournal;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/** G20: what is acknowledged is persisted here, and is what the leader of that term has there. */
public final class AckChecker implements WorldWatch {
    private final LeaderChecker leaders;

    public AckChecker(LeaderChecker leaders) {
        this.leaders = leaders;
    }

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        if (message instanceof Message.Ack ack && ack.index() > 0) {
            unless(
                    ack.index() <= process.journal().persistedIndex(),
                    () -> "3: " + process.node().name() + " acknowledges what is not persisted");
            checkSame(process, ack);
        }
    }

    private void checkSame(VirtualProcess process, Message.Ack ack) {
        VirtualProcess leader = leaders.leader(process.generation(), ack.term());
        boolean leadsStill =
                leader != null
                        && !leader.isCrashed()
                        && leader.generation() == process.generation()
                        && leader.journal().lastIndex() > 0 // Else it just gave its group up.
                        && leader.kept().term() == ack.term();
        if (!leadsStill) {
            return; // what it led with may be cut off since
        }
        VirtualJournal journal = leader.journal();
        Entry own = process.journal().entry(ack.index());
        Entry leaders = journal.entry(ack.index());
        boolean isSame =
                own == null
                        ? ack.index() <= process.journal().baseIndex()
                        : leaders == null
                                ? ack.index() <= journal.baseIndex()
                                : HistoryChecker.isSame(own, leaders);
        unless(
                isSame,
                () ->
                        "3: "
                                + process.node().name()
                                + " acknowledges entry "
                                + ack.index()
                                + ", which is not what the leader of term "
                                + ack.term()
                                + " has there");
    }
}
