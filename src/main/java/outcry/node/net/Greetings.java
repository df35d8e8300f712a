package outcry.node.net;

import java.net.InetSocketAddress;
import java.util.List;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.wire.HelloJson;

/**
 * How HELLOs travel. Normally they are broadcast. A node given addresses by {@code --join} sends
 * them one by one instead and asks for an answer, and whoever is asked answers with a HELLO of its
 * own that names the other nodes it knows; so one reachable node is enough to find them all (G6).
 * Traders ask the same way. Node's thread.
 */
final class Greetings {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int ANSWERS_PER_SECOND_MAX = 200;

    private final Datagrams datagrams;
    private final Neighbours neighbours;
    private List<String> peers = List.of();
    private Envelope latest;
    private long secondBeganAtNanos;
    private int answersThisSecond;

    Greetings(Datagrams datagrams, Neighbours neighbours) {
        this.datagrams = datagrams;
        this.neighbours = neighbours;
    }

    void setPeers(List<String> newPeers) {
        peers = List.copyOf(newPeers);
    }

    void broadcast(Envelope envelope, long nowNanos) {
        if (envelope.message() instanceof Message.Hello) {
            latest = envelope;
        }
        boolean asks = neighbours.isInUse();
        byte[] bytes = HelloJson.encode(new HelloJson.Greeting(envelope, asks, List.of()));
        if (asks) {
            neighbours.all(nowNanos).forEach(to -> datagrams.send(to, bytes));
        } else {
            datagrams.broadcast(bytes);
        }
    }

    /** Answers who asks, and learns whom a HELLO names. */
    void onGreeting(InetSocketAddress from, HelloJson.Greeting greeting, long nowNanos) {
        if (greeting.asks() && latest != null && mayAnswer(nowNanos)) {
            datagrams.send(from, HelloJson.encode(new HelloJson.Greeting(latest, false, peers)));
        }
        if (neighbours.isInUse() && greeting.envelope().message() instanceof Message.Hello) {
            neighbours.learn(from, nowNanos);
            for (String named : greeting.peers()) {
                InetSocketAddress address = Addresses.numeric(named);
                if (address != null && !datagrams.isOwn(address)) {
                    neighbours.learn(address, nowNanos);
                }
            }
        }
    }

    /** Bounds the answers, so that a false sender address cannot make a flood of them. */
    boolean mayAnswer(long nowNanos) {
        if (nowNanos - secondBeganAtNanos >= SECOND_NANOS) {
            secondBeganAtNanos = nowNanos;
            answersThisSecond = 0;
        }
        return answersThisSecond++ < ANSWERS_PER_SECOND_MAX;
    }
}
