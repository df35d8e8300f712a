package outcry.client;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import outcry.market.Answer;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * What the fake nodes of a test share: a log of commands that each happen once, as G27 says, and
 * the discovery port. Any thread.
 */
final class FakeExchange implements AutoCloseable {
    static final String GROUP = "fake";

    private record Key(long session, long number) {}

    final int discoveryPort;
    private final List<FakeNode> nodes = new CopyOnWriteArrayList<>();
    private final Map<Key, Answer> answers = new HashMap<>();
    private final List<ClientMessage.Submit> log = new ArrayList<>();
    private volatile String leader = "";

    FakeExchange() throws IOException {
        try (DatagramSocket any = new DatagramSocket(0)) {
            discoveryPort = any.getLocalPort();
        }
    }

    /** Starts a node; the first one leads. */
    FakeNode node(String name) throws IOException {
        return node(name, 0);
    }

    /** Starts a node whose probes take so long to come back. */
    FakeNode node(String name, long pongDelayNanos) throws IOException {
        FakeNode node = new FakeNode(this, name, nodes.size() + 1);
        node.pongDelayNanos = pongDelayNanos;
        nodes.add(node);
        if (nodes.size() == 1) {
            leader = name;
        }
        node.start();
        return node;
    }

    List<String> datagramAddresses() {
        return nodes.stream().map(FakeNode::datagramAddress).toList();
    }

    ClientConfig config() {
        return new ClientConfig(GROUP, "lo", List.of(), discoveryPort, "");
    }

    String leader() {
        return leader;
    }

    void leader(String name) {
        leader = name;
    }

    /** Applies a command unless it happened before; null when an earlier one is missing. */
    synchronized Answer apply(ClientMessage.Submit submit) {
        Key key = new Key(submit.session(), submit.number());
        Answer first = answers.get(key);
        if (first != null) {
            return first;
        }
        if (submit.number() > 1
                && !answers.containsKey(new Key(submit.session(), submit.number() - 1))) {
            return null;
        }
        log.add(submit);
        Answer answer = Answer.accepted(log.size(), 0);
        answers.put(key, answer);
        return answer;
    }

    synchronized long index() {
        return log.size();
    }

    /** The commands that happened, in order. */
    synchronized List<ClientMessage.Submit> log() {
        return List.copyOf(log);
    }

    ServerMessage.Heartbeat heartbeat() {
        return new ServerMessage.Heartbeat(index(), 1, leader, "");
    }

    @Override
    public void close() {
        nodes.forEach(FakeNode::kill);
    }
}
