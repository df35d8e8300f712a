package outcry.group.discovery;

import java.util.TreeMap;
import outcry.group.Context;
import outcry.group.Effect;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.Observation.Kind;
import outcry.group.Role;

/**
 * Finding each other: HELLO broadcasts, the decision to found a group or to join one, and what to
 * do when two generations of one name meet (G4, G5, G7).
 */
public final class Discovery {
    /** Version of the group protocol spoken. */
    public static final int VERSION = 1;

    private static final long MILLI = 1_000_000;
    private static final long HELLO_NANOS = 500 * MILLI;
    private static final long STILL_THERE_NANOS = 3 * HELLO_NANOS + 100 * MILLI;

    /** What hearing a HELLO means for a node that searches, or for a founder. */
    public enum Advice {
        NOTHING,
        /** That generation is the group: join it. */
        JOIN,
        /**
         * This node's own founding counts for nothing beside that generation: dissolve, then join
         * it.
         */
        DISSOLVE
    }

    private final Context context;
    private long searchingSinceNanos;
    private long nextHelloNanos;
    private int traders;
    private final TreeMap<Long, Long> emptyHeardNanos = new TreeMap<>();
    private long conflictWith;

    /** The last generation of this node of which a member said that it holds commands. */
    private long tradingGeneration;

    public Discovery(Context context) {
        this.context = context;
        this.searchingSinceNanos = context.now();
        this.nextHelloNanos = context.now();
    }

    public void setTraders(int count) {
        traders = count;
    }

    public Message.Hello hello() {
        return new Message.Hello(
                VERSION,
                context.self(),
                context.role(),
                context.term(),
                context.leader(),
                context.view().viewId(),
                context.view().voters().size(),
                context.commitIndex(),
                traders,
                context.isPristine(),
                false);
    }

    /** Starts to search again, as if just started. */
    public void searchAgain() {
        searchingSinceNanos = context.now();
        emptyHeardNanos.clear();
        conflictWith = 0;
        announceNow();
    }

    /** Says HELLO at the next tick. */
    public void announceNow() {
        nextHelloNanos = context.now();
    }

    public long nextDeadlineNanos() {
        return nextHelloNanos;
    }

    /** Says HELLO when it is time. */
    public void tick() {
        if (context.now() >= nextHelloNanos) {
            nextHelloNanos = context.now() + HELLO_NANOS;
            context.emit(new Effect.Broadcast(hello()));
        }
    }

    /** Whether this node, which searches, should found the group now (G7). */
    public boolean shouldFound() {
        if (context.role() != Role.SEARCHING
                || context.now() - searchingSinceNanos < context.config().foundingWaitNanos()) {
            return false;
        }
        // The lowest of the empty nodes founds; the others hear of it and join.
        for (var heard : emptyHeardNanos.entrySet()) {
            if (heard.getKey() < context.id()
                    && context.now() - heard.getValue() < STILL_THERE_NANOS) {
                return false;
            }
        }
        return true;
    }

    /** What a HELLO of the same group's name means. */
    public Advice onHello(Envelope envelope, Message.Hello hello) {
        long theirs = envelope.generation();
        if (theirs == 0) {
            if (hello.role() == Role.SEARCHING && emptyHeardNanos.size() < 64) {
                emptyHeardNanos.put(envelope.sender(), context.now());
            }
            return Advice.NOTHING;
        }
        emptyHeardNanos.remove(envelope.sender());
        if (!hello.pristine() && theirs == context.generation()) {
            tradingGeneration = theirs;
        }
        boolean serving =
                hello.role() == Role.LEADER
                        || hello.role() == Role.FOLLOWER
                        || hello.role() == Role.CANDIDATE;
        if (!serving || theirs == context.generation()) {
            return Advice.NOTHING;
        }
        Advice advice =
                context.generation() != 0
                        ? meetGeneration(theirs, hello)
                        : context.hasLeft(theirs) ? Advice.NOTHING : Advice.JOIN;
        if (advice != Advice.NOTHING && !hello.pristine()) {
            tradingGeneration = theirs;
        }
        return advice;
    }

    /**
     * Two generations meet (G7): a group without a command gives itself up for one that holds some,
     * of two without the one with the lower id stays. Each node decides for itself: one that leaves
     * is, to those it leaves, a node that crashed and never comes back.
     */
    private Advice meetGeneration(long theirs, Message.Hello hello) {
        // An empty log says little about the group: a learner's is empty whatever the others hold.
        if (context.isPristine() && tradingGeneration != context.generation()) {
            boolean theirsStays =
                    !hello.pristine() || Long.compareUnsigned(theirs, context.generation()) < 0;
            if (!theirsStays || context.hasLeft(theirs)) {
                return Advice.NOTHING;
            }
            context.observe(
                    Kind.DISSOLVED,
                    hello.node().id(),
                    theirs,
                    0,
                    "another group of this name exists: this node, which holds no trade yet, joins "
                            + hello.node().name());
            return Advice.DISSOLVE;
        }
        if (!hello.pristine() && conflictWith != theirs) {
            conflictWith = theirs;
            context.observe(
                    Kind.CONFLICT,
                    hello.node().id(),
                    theirs,
                    0,
                    hello.node().name()
                            + " belongs to another exchange of the same name, founded apart from"
                            + " this one; both hold trades, so neither changes. Stop the nodes of"
                            + " one of them and start them with --archive, which sets their data"
                            + " aside and lets them join the other, or with another --group name");
        }
        return Advice.NOTHING;
    }
}
