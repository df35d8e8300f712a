package outcry.group;

import java.util.ArrayList;
import java.util.List;
import outcry.group.multicast.Sequencer;

/**
 * Commands on their way from a follower to the leader (G26): gathered in one loop turn, sent over
 * the link in order.
 */
final class ForwardQueue {
    private static final int BATCH_BYTES_MAX = 64 * 1_024;

    private final Context context;
    private final Sequencer sequencer;
    private final List<byte[]> gathered = new ArrayList<>();
    private int gatheredBytes;
    private long gatheredFor;

    ForwardQueue(Context context, Sequencer sequencer) {
        this.context = context;
        this.sequencer = sequencer;
    }

    GroupMember.Proposed offer(byte[] command) {
        if (context.leader() == 0 || !context.peers().isLinkUp(context.leader())) {
            return GroupMember.Proposed.NO_LEADER;
        }
        gatheredFor = context.leader();
        gathered.add(command);
        gatheredBytes += command.length;
        if (gatheredBytes >= BATCH_BYTES_MAX) {
            flush();
        }
        return GroupMember.Proposed.FORWARDED;
    }

    void flush() {
        if (gathered.isEmpty()) {
            return;
        }
        // When the leader changed meanwhile they are lost here; whoever proposed them does so
        // again.
        if (gatheredFor == context.leader()) {
            context.sendLink(gatheredFor, new Message.Forward(List.copyOf(gathered)));
        }
        gathered.clear();
        gatheredBytes = 0;
    }

    /**
     * Commands of a follower's traders arrived: sequences them in order, or says how many it did
     * not.
     */
    void onForward(long from, Message.Forward forward) {
        int done = 0;
        if (context.isLeader()) {
            for (byte[] command : forward.commands()) {
                if (!sequencer.isOpen() || command.length > sequencer.commandBytesMax()) {
                    break;
                }
                sequencer.sequence(from, Entry.Kind.COMMAND, command);
                done++;
            }
        }
        int left = forward.commands().size() - done;
        if (left > 0) {
            context.sendLink(from, new Message.NotSequenced(left, context.isLeader()));
        }
    }
}
