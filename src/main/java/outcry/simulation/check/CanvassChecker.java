package outcry.simulation.check;

import static outcry.simulation.world.InvariantViolation.unless;

import java.util.HashMap;
import java.util.Map;
import outcry.group.KeptState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/**
 * G14: who asked the voters how far they are asks for their votes only with a log as long as the
 * longest it was told of.
 */
public final class CanvassChecker implements WorldWatch {
    private static final class Asked {
        private final long term;
        private boolean decided;
        private long lastTerm;
        private long lastIndex;
        private String longest = "";

        private Asked(long term) {
            this.term = term;
        }
    }

    private final Map<VirtualProcess, Asked> asked = new HashMap<>();

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        if (message instanceof Message.Canvass canvass) {
            // The same question goes to every voter, one after the other.
            asked.put(process, new Asked(canvass.term()));
        } else if (message instanceof Message.VoteRequest request && !request.handOver()) {
            Asked own = asked.get(process);
            unless(
                    own == null
                            || own.term != request.term()
                            || own.lastTerm < request.lastTerm()
                            || own.lastTerm == request.lastTerm()
                                    && own.lastIndex <= request.lastIndex(),
                    () ->
                            "G14: "
                                    + process.node().name()
                                    + " asks for votes in term "
                                    + request.term()
                                    + " without the tail that "
                                    + own.longest
                                    + " has");
        }
    }

    /** It has decided to stand; what comes while this is being kept comes too late. */
    @Override
    public void stateKept(VirtualProcess process, KeptState state) {
        Asked own = asked.get(process);
        if (own != null && state.term() >= own.term) {
            own.decided = true;
        }
    }

    @Override
    public void received(VirtualProcess process, NodeInfo from, Message message) {
        Asked own = asked.get(process);
        if (own == null
                || own.decided
                || !(message instanceof Message.CanvassReply reply)
                || reply.term() != own.term
                || !isVoter(process, from)) {
            return;
        }
        boolean isLonger =
                reply.lastTerm() > own.lastTerm
                        || reply.lastTerm() == own.lastTerm && reply.lastIndex() > own.lastIndex;
        if (isLonger) {
            own.lastTerm = reply.lastTerm();
            own.lastIndex = reply.lastIndex();
            own.longest = from.name();
        }
    }

    private static boolean isVoter(VirtualProcess process, NodeInfo from) {
        NodeInfo voter =
                process.journal().latestView() == null
                        ? null
                        : process.journal().latestView().voter(from.id());
        return voter != null && voter.birth() == from.birth();
    }
}
