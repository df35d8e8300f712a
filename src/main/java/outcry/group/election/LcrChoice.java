package outcry.group.election;

import java.util.ArrayList;
import java.util.List;
import outcry.group.Context;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation.Kind;

/**
 * The LeLann–Chang–Roberts ring (Group 12's election): the live voters form a ring by address, then
 * id; each sends its UID to its left neighbour, which swallows smaller ones and passes larger ones
 * on. Who sees its own UID come back is chosen, and ELECTED goes round once.
 *
 * <p>E. Chang and R. Roberts, "An improved algorithm for decentralized extrema-finding in circular
 * configurations of processes", CACM 22(5), 1979.
 */
final class LcrChoice implements Choice {
    /** Tokens kept that came before this node noticed the same crash. */
    private static final int EARLY_MAX = 64;

    private final Context context;
    private final List<Message> early = new ArrayList<>();
    private boolean running;
    private boolean tokenSent;
    private long round;
    private long chosen;

    LcrChoice(Context context) {
        this.context = context;
    }

    @Override
    public void begin(long newRound, boolean handOver) {
        running = true;
        tokenSent = false;
        round = newRound;
        chosen = NOBODY;
        sendOwnToken();
        List<Message> waiting = List.copyOf(early);
        early.clear();
        for (Message message : waiting) {
            if (termOf(message) == context.term()) {
                handle(message);
            }
        }
    }

    @Override
    public void receive(long from, Message message) {
        boolean mine =
                message instanceof Message.RingToken token && token.term() == context.term()
                        || message instanceof Message.RingElected elected
                                && elected.term() == context.term();
        if (!mine) {
            return;
        }
        if (running) {
            handle(message);
        } else if (early.size() < EARLY_MAX) {
            early.add(message);
        }
    }

    @Override
    public long decide(boolean last) {
        return running ? chosen : NOBODY;
    }

    @Override
    public void end() {
        running = false;
        chosen = NOBODY;
        early.clear();
    }

    private static long termOf(Message message) {
        if (message instanceof Message.RingToken token) {
            return token.term();
        }
        return message instanceof Message.RingElected elected ? elected.term() : -1;
    }

    private void sendOwnToken() {
        tokenSent = true;
        pass(new Message.RingToken(context.term(), round, context.self().host(), context.id()));
    }

    private void handle(Message message) {
        // A UID that is nobody's would go round for ever: nobody sees it come back.
        if (message instanceof Message.RingToken token && context.view().hasVoter(token.uid())) {
            onToken(token);
        } else if (message instanceof Message.RingElected elected
                && context.view().hasVoter(elected.chosen())) {
            onElected(elected);
        }
    }

    private void onToken(Message.RingToken token) {
        int order =
                token.uid() == context.id()
                        ? 0
                        : RingOrder.compare(
                                token.address(), token.uid(), context.self().host(), context.id());
        if (order == 0) {
            context.observe(
                    Kind.TOKEN,
                    token.uid(),
                    round,
                    0,
                    "own UID came back: " + context.self().name() + " is chosen");
            chosen = context.id();
            pass(new Message.RingElected(context.term(), token.round(), chosen));
        } else if (order > 0) {
            context.observe(
                    Kind.TOKEN,
                    token.uid(),
                    round,
                    0,
                    "passes the UID of " + context.name(token.uid()) + " on");
            pass(token);
        } else {
            context.observe(
                    Kind.TOKEN,
                    token.uid(),
                    round,
                    0,
                    "swallows the smaller UID of " + context.name(token.uid()));
            if (!tokenSent) {
                sendOwnToken();
            }
        }
    }

    private void onElected(Message.RingElected elected) {
        if (elected.chosen() != context.id() && chosen != elected.chosen()) {
            chosen = elected.chosen();
            pass(elected);
        }
    }

    private void pass(Message message) {
        NodeInfo left = RingOrder.leftNeighbour(context.peers().liveVoters(), context.id());
        if (left == null) {
            return; // This node is no voter: it takes no part.
        }
        if (left.id() == context.id()) {
            chosen = context.id(); // Alone in the ring: the UID is back at once.
        } else {
            context.sendLink(left.id(), message);
        }
    }
}
