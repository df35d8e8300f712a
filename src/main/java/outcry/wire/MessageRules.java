package outcry.wire;

import java.util.List;
import outcry.base.MalformedException;
import outcry.group.Entry;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.log.ConfigurationCodec;

/**
 * What every message must satisfy besides its layout, before anybody acts on it (G34): numbers that
 * count something, in an order that can be, nodes that speak for themselves, entries that can be
 * read. What no member can have said is refused here, so that nothing behind needs to expect it.
 *
 * <p>Whether a message fits the present state is not judged here, that is the group's.
 */
final class MessageRules {
    /** Terms and indexes stay far below what a long holds, so that sums of them do, too. */
    static final long NUMBER_MAX = 1L << 62;

    private static final int NAME_LENGTH_MAX = 32;
    private static final int CHECKPOINT_BYTES_MAX = 1 << 30;

    private MessageRules() {}

    /**
     * Lets a message pass.
     *
     * @throws MalformedException with what is wrong with it
     */
    static void check(Envelope envelope) {
        Message message = envelope.message();
        sender(envelope, message);
        if (message instanceof Message.Data data) {
            data(data);
        } else if (message instanceof Message.Heartbeat heartbeat) {
            heartbeat(heartbeat);
        } else if (message instanceof Message.Ack ack) {
            number("term", ack.term());
            number("index", ack.index());
            number("index", ack.appliedIndex());
        } else if (message instanceof Message.Nack nack) {
            number("term", nack.term());
            range(nack.fromIndex(), nack.toIndex());
        } else if (message instanceof Message.Hello hello) {
            hello(hello);
        } else if (message instanceof Message.Tail tail) {
            number("index", tail.previousIndex());
            number("term", tail.previousTerm());
            entries(tail.matches() ? tail.previousTerm() : 0, NUMBER_MAX, tail.entries());
        } else if (!membership(message)) {
            election(message);
        }
    }

    private static void sender(Envelope envelope, Message message) {
        if (envelope.sender() == 0) {
            that(
                    message instanceof Message.WhoIsLeader || message instanceof Message.Ping,
                    "only nodes say this, and a node's id is never 0");
            return;
        }
        that(
                message instanceof Message.WhoIsLeader
                        || envelope.incarnation() >= 1
                                && envelope.birth() >= 0
                                && envelope.birth() <= envelope.incarnation(),
                "runs of a node are counted from 1, and none was born later than that");
        if (message instanceof Message.Hello hello) {
            self(envelope, hello.node());
        } else if (message instanceof Message.LinkHello hello) {
            self(envelope, hello.node());
        } else if (message instanceof Message.Join join) {
            self(envelope, join.node());
        }
    }

    /** Nodes introduce themselves, nobody else. */
    private static void self(Envelope envelope, NodeInfo node) {
        that(
                node.id() == envelope.sender()
                        && node.incarnation() == envelope.incarnation()
                        && node.birth() == envelope.birth(),
                "a node introduces itself as another");
        that(
                !node.name().isBlank() && node.name().length() <= NAME_LENGTH_MAX,
                "a node's name has 1 to 32 characters");
        printable(node.name());
        printable(node.host());
    }

    private static void hello(Message.Hello hello) {
        number("term", hello.term());
        number("view", hello.viewId());
        number("index", hello.commitIndex());
        that(
                hello.viewSize() >= 0 && hello.viewSize() <= ConfigurationCodec.VOTERS_MAX,
                "no view has so many voters");
        that(hello.traders() >= 0, "traders are counted from 0");
    }

    private static void data(Message.Data data) {
        number("term", data.term());
        that(data.firstIndex() >= 1, "entries are counted from 1");
        number("index", data.firstIndex());
        number("index", data.commitIndex());
        that(data.previousTerm() >= 0 && data.previousTerm() <= data.term(), "terms only grow");
        entries(data.previousTerm(), data.term(), data.entries());
    }

    private static void heartbeat(Message.Heartbeat heartbeat) {
        number("term", heartbeat.term());
        number("view", heartbeat.viewId());
        number("index", heartbeat.lastIndex());
        that(
                heartbeat.lastTerm() >= 0 && heartbeat.lastTerm() <= heartbeat.term(),
                "terms only grow");
        number("index", heartbeat.commitIndex());
        that(heartbeat.commitIndex() <= heartbeat.lastIndex(), "committed beyond the log's end");
    }

    private static void entries(long previousTerm, long termMax, List<Entry> entries) {
        long term = previousTerm;
        for (Entry entry : entries) {
            that(entry.term() >= term && entry.term() <= termMax, "terms only grow");
            term = entry.term();
            if (entry.kind() != Entry.Kind.COMMAND) {
                ConfigurationCodec.check(entry);
            }
        }
    }

    /** False for a message that is not about joining and leaving. */
    private static boolean membership(Message message) {
        if (message instanceof Message.Join join) {
            number("term", join.lastTerm());
            number("index", join.lastIndex());
        } else if (message instanceof Message.JoinFrom from) {
            number("term", from.term());
            number("index", from.lastIndex());
            that(from.firstIndex() >= 1, "entries are counted from 1");
            that(from.firstIndex() <= from.lastIndex() + 1, "the first entry is behind the last");
        } else if (message instanceof Message.CheckpointRequest request) {
            number("index", request.index());
        } else if (message instanceof Message.CheckpointPart part) {
            number("index", part.index());
            number("term", part.term());
            that(
                    part.totalBytes() <= CHECKPOINT_BYTES_MAX
                            && (long) part.offset() + part.bytes().length <= part.totalBytes(),
                    "a part outside its checkpoint");
        } else {
            return false;
        }
        return true;
    }

    private static void election(Message message) {
        if (message instanceof Message.RoundStart start) {
            number("term", start.term());
        } else if (message instanceof Message.RttReport report) {
            number("term", report.term());
            that(report.meanNanos() >= 0, "no round trip is negative");
        } else if (message instanceof Message.RingToken token) {
            number("term", token.term());
            printable(token.address());
        } else if (message instanceof Message.RingElected elected) {
            number("term", elected.term());
        } else if (message instanceof Message.Canvass canvass) {
            log(canvass.term(), canvass.lastTerm(), canvass.lastIndex());
        } else if (message instanceof Message.CanvassReply reply) {
            number("term", reply.currentTerm());
            number("index", reply.sealedIndex());
            log(reply.term(), reply.lastTerm(), reply.lastIndex());
        } else if (message instanceof Message.Doubt doubt) {
            number("term", doubt.term());
            number("index", doubt.index());
        } else if (message instanceof Message.FetchTail fetch) {
            number("index", fetch.previousIndex());
            number("term", fetch.previousTerm());
        } else if (message instanceof Message.VoteRequest request) {
            log(request.term(), request.lastTerm(), request.lastIndex());
        } else if (message instanceof Message.VoteReply reply) {
            number("term", reply.term());
            number("index", reply.sealedIndex());
        } else if (message instanceof Message.HandOver handOver) {
            number("term", handOver.term());
        } // All others carry nothing that could be wrong.
    }

    private static void log(long term, long lastTerm, long lastIndex) {
        number("term", term);
        number("term", lastTerm);
        number("index", lastIndex);
    }

    private static void range(long from, long to) {
        number("index", to);
        that(from >= 1 && from <= to, "the last entry before the first");
    }

    private static void number(String what, long value) {
        if (value < 0 || value > NUMBER_MAX) {
            throw new MalformedException("no " + what + " is " + value);
        }
    }

    /** Names are shown in windows and logs: they must not end a line or move a cursor. */
    static void printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new MalformedException("a name with a control character");
            }
        }
    }

    private static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
