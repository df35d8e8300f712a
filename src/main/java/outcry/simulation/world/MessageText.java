package outcry.simulation.world;

import java.util.List;
import outcry.group.Entry;
import outcry.group.Message;

/** Messages and entries in a few words, for traces and scenarios. */
public final class MessageText {
    private MessageText() {}

    /** The kind and what matters of it, such as {@code Data t2 5..7 c4}. */
    public static String of(Message message) {
        String kind = message.getClass().getSimpleName();
        String rest = rest(message);
        return rest.isEmpty() ? kind : kind + " " + rest;
    }

    /** Such as {@code 5:t2 COMMAND}. */
    public static String of(Entry entry) {
        return entry.index() + ":t" + entry.term() + " " + entry.kind();
    }

    private static String rest(Message message) {
        if (message instanceof Message.Data data) {
            return "t"
                    + data.term()
                    + " "
                    + range(data.firstIndex(), data.entries())
                    + " after t"
                    + data.previousTerm()
                    + " c"
                    + data.commitIndex();
        } else if (message instanceof Message.Heartbeat beat) {
            return "t" + beat.term() + " " + beat.lastIndex() + " c" + beat.commitIndex();
        } else if (message instanceof Message.Nack nack) {
            return "t" + nack.term() + " " + nack.fromIndex() + ".." + nack.toIndex();
        } else if (message instanceof Message.Ack ack) {
            return "t" + ack.term() + " " + ack.index();
        } else if (message instanceof Message.Forward forward) {
            return String.valueOf(forward.commands().size());
        } else if (message instanceof Message.NotSequenced not) {
            return not.count() + (not.busy() ? " busy" : "");
        } else if (message instanceof Message.Hello hello) {
            return hello.role() + " t" + hello.term() + " c" + hello.commitIndex();
        }
        return electing(message);
    }

    private static String electing(Message message) {
        if (message instanceof Message.RoundStart start) {
            return "t" + start.term() + " r" + start.round() + (start.handOver() ? " planned" : "");
        } else if (message instanceof Message.RttReport report) {
            return "t"
                    + report.term()
                    + " r"
                    + report.round()
                    + " "
                    + report.meanNanos() / 1_000
                    + "us";
        } else if (message instanceof Message.RingToken token) {
            return "t" + token.term() + " r" + token.round() + " " + token.uid();
        } else if (message instanceof Message.RingElected elected) {
            return "t" + elected.term() + " r" + elected.round() + " " + elected.chosen();
        } else if (message instanceof Message.Canvass canvass) {
            return "t" + canvass.term() + " " + place(canvass.lastTerm(), canvass.lastIndex());
        } else if (message instanceof Message.CanvassReply reply) {
            return "t"
                    + reply.term()
                    + " "
                    + place(reply.lastTerm(), reply.lastIndex())
                    + (reply.granted() ? " yes" : " no");
        } else if (message instanceof Message.VoteRequest request) {
            return "t"
                    + request.term()
                    + " "
                    + place(request.lastTerm(), request.lastIndex())
                    + (request.handOver() ? " planned" : "");
        } else if (message instanceof Message.VoteReply reply) {
            return "t" + reply.term() + (reply.granted() ? " yes" : " no");
        } else if (message instanceof Message.HandOver handOver) {
            return "t" + handOver.term();
        }
        return repairing(message);
    }

    private static String repairing(Message message) {
        if (message instanceof Message.FetchTail fetch) {
            return "after " + place(fetch.previousTerm(), fetch.previousIndex());
        } else if (message instanceof Message.Tail tail) {
            return "after "
                    + place(tail.previousTerm(), tail.previousIndex())
                    + (tail.matches()
                            ? " " + range(tail.previousIndex() + 1, tail.entries())
                            : " differs");
        } else if (message instanceof Message.Join join) {
            return place(join.lastTerm(), join.lastIndex());
        } else if (message instanceof Message.JoinFrom from) {
            return "t" + from.term() + " " + from.firstIndex() + ".." + from.lastIndex();
        } else if (message instanceof Message.CheckpointRequest request) {
            return request.index() + "+" + request.offset();
        } else if (message instanceof Message.CheckpointPart part) {
            return place(part.term(), part.index())
                    + " "
                    + part.offset()
                    + "+"
                    + part.bytes().length
                    + " of "
                    + part.totalBytes();
        }
        return "";
    }

    private static String place(long term, long index) {
        return "t" + term + ":" + index;
    }

    private static String range(long first, List<Entry> entries) {
        if (entries.isEmpty()) {
            return first + " empty";
        }
        long last = first + entries.size() - 1;
        return first == last ? Long.toString(first) : first + ".." + last;
    }
}
