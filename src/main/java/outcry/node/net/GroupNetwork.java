package outcry.node.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import outcry.base.Interfaces;
import outcry.base.MalformedException;
import outcry.group.Channel;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;
import outcry.wire.HelloJson;
import outcry.wire.seal.DatagramSealer;
import outcry.wire.seal.LinkSeal;

/**
 * Everything a node hears and says in its group: messages in, messages out, over datagrams and
 * links on one selector. Owned by the node's thread, except {@link #wakeup} and {@link #chosen}.
 */
public final class GroupNetwork implements Closeable {
    /** Hears what arrives; called from {@link #receive} and {@link #tick} only. */
    public interface Listener {
        void onMessage(Channel channel, String host, int port, Envelope envelope);

        void onLinkUp(NodeInfo peer);

        void onLinkDown(long nodeId);

        void onDialFailed(long nodeId, boolean refused);

        /** Others send what cannot be right; told now and then, in a sentence for people. */
        default void onFault(String sentence) {}
    }

    private final NetworkConfig config;
    private final Selector selector;
    private final Faults faults = new Faults();
    private final Datagrams datagrams;
    private final Links links;
    private final Greetings greetings;
    private final SecureRandom random = new SecureRandom();

    private final Admission admission;

    private Listener listener;
    private NodeInfo self;
    private long generation;

    /**
     * Opens the sockets; nothing is sent or heard before {@link #begin}.
     *
     * @throws IOException with a sentence that says what would help
     */
    public GroupNetwork(NetworkConfig config) throws IOException {
        this.config = config;
        admission = new Admission(config, faults);
        Neighbours neighbours = new Neighbours(Addresses.resolve(config.join()));
        selector = Selector.open();
        try {
            datagrams = new Datagrams(config, selector, faults);
            greetings = new Greetings(datagrams, neighbours);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
        try {
            links =
                    new Links(
                            selector,
                            config,
                            datagrams.chosen(),
                            new LinkCodec(),
                            new LinkEvents(),
                            faults);
        } catch (IOException e) {
            datagrams.close();
            selector.close();
            throw e;
        }
    }

    public int linkPort() {
        return links.port();
    }

    public int datagramPort() {
        return datagrams.port();
    }

    /** The interface whose address the node announces; it may change. Any thread. */
    public Interfaces.Usable chosen() {
        return datagrams.chosen();
    }

    /** The address to bind another port of this node to. */
    public InetAddress bindAddress() {
        return config.bindAddress(datagrams.chosen());
    }

    /** Whether the group has a key (G33). */
    public boolean isKeyed() {
        return config.key() != null;
    }

    /** How often each kind of fault of others was seen, by its word; node's thread. */
    public Map<String, Long> faults() {
        return faults.totals();
    }

    /** Where multicasts go, in words. */
    public String multicastName() {
        return datagrams.multicastName();
    }

    /** Says who this node is and who listens; the first call of all. */
    public void begin(NodeInfo node, Listener newListener) {
        self = node;
        listener = newListener;
        links.setOwnId(node.id());
        faults.setListener(newListener::onFault);
        if (isKeyed()) {
            datagrams.sealWith(new DatagramSealer(config.key(), node.id(), node.incarnation()));
        }
    }

    /** Every message sent from now on carries it. */
    public void setGeneration(long newGeneration) {
        generation = newGeneration;
    }

    /** Datagram addresses of other nodes ({@code host:port}), to be named to those who ask. */
    public void setPeers(List<String> peers) {
        greetings.setPeers(peers);
    }

    /** Ends a wait, now or the next one. Any thread. */
    public void wakeup() {
        selector.wakeup();
    }

    /** Waits until something arrives, at most this long. */
    public void await(long timeoutNanos) throws IOException {
        if (timeoutNanos <= 0 || links.hasReports()) {
            selector.selectNow();
        } else {
            // Rounded up: waking early would only mean waiting again.
            selector.select(TimeUnit.NANOSECONDS.toMillis(timeoutNanos - 1) + 1);
        }
    }

    /**
     * Passes on what has arrived, a bounded amount; after a pause of this process as much as can be
     * in a tenth of a second.
     *
     * @return false when more may be waiting: come again before anybody is judged by silence
     */
    public boolean receive(boolean afterPause) {
        boolean drained = datagrams.receive(afterPause, this::onDatagram);
        List<SelectionKey> keys = new ArrayList<>(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : keys) {
            if (key.attachment() != null) {
                links.dispatch(key, System.nanoTime());
            }
        }
        links.report();
        return drained;
    }

    /** Ends dials without answer, repairs sockets. */
    public void tick(long nowNanos) {
        datagrams.tick(nowNanos);
        links.tick(nowNanos);
    }

    /** When {@link #tick} is due. */
    public long nextDeadlineNanos(long nowNanos) {
        return links.nextDeadlineNanos(nowNanos);
    }

    /** Sends to one node; lost when its address is unusable or there is no open link. */
    public void send(NodeInfo to, Channel channel, Message message) {
        switch (channel) {
            case LINK -> {
                if (links.isUp(to.id())) {
                    links.send(to.id(), encode(message));
                }
            }
            case DATAGRAM -> answer(to.host(), to.datagramPort(), message);
            case MULTICAST -> multicast(message);
            case BROADCAST -> broadcast(message);
        }
    }

    /** Sends a datagram to an address that may be no node's. */
    public void answer(String host, int port, Message message) {
        InetSocketAddress to = Addresses.numeric(host, port);
        if (to == null) {
            faults.add(Faults.Kind.SEND_FAILED, () -> "not an address: " + host + ":" + port);
            return;
        }
        if (message instanceof Message.Hello && !greetings.mayAnswer(System.nanoTime())) {
            faults.add(Faults.Kind.TOO_MANY_QUESTIONS, () -> "not answered: " + Addresses.text(to));
            return;
        }
        datagrams.send(to, encode(message));
    }

    public void multicast(Message message) {
        datagrams.multicast(encode(message));
    }

    /** To everybody on the network, or one by one to those given by {@code --join}. */
    public void broadcast(Message message) {
        greetings.broadcast(envelope(message), System.nanoTime());
    }

    public void dial(NodeInfo to) {
        links.dial(to, System.nanoTime());
    }

    public void closeLink(long nodeId) {
        links.close(nodeId);
    }

    /** Sends what the links hold. */
    public void flush() {
        links.flush();
    }

    @Override
    public void close() {
        links.close();
        datagrams.close();
        try {
            // Only now are the descriptors of registered channels given back.
            selector.close();
        } catch (IOException e) {
            Logger.warn("closing the sockets: {}", e.getMessage());
        }
    }

    private void onDatagram(Channel channel, InetSocketAddress from, byte[] bytes, int length) {
        if (datagrams.isOwn(from)) {
            return;
        }
        try {
            int offset = admission.messageAt(from, bytes, length);
            if (offset >= 0) {
                onMessage(channel, from, bytes, offset, length - offset);
            }
        } catch (MalformedException e) {
            faults.add(
                    Faults.Kind.MALFORMED_DATAGRAM,
                    () -> "from " + Addresses.text(from) + ": " + e.getMessage());
        }
    }

    private void onMessage(
            Channel channel, InetSocketAddress from, byte[] bytes, int offset, int length) {
        if (HelloJson.isJson(bytes, offset, length)) {
            HelloJson.Greeting greeting = HelloJson.decode(bytes, offset, length);
            onEnvelope(channel, from, greeting.envelope());
            if (greeting.envelope().group().equals(config.group())) {
                greetings.onGreeting(from, greeting, System.nanoTime());
            }
        } else {
            onEnvelope(channel, from, GroupCodec.decode(config.group(), bytes, offset, length));
        }
    }

    private void onEnvelope(Channel channel, InetSocketAddress from, Envelope envelope) {
        admission.checkName(envelope);
        if (envelope.sender() != self.id()) {
            String host = from.getAddress().getHostAddress();
            listener.onMessage(channel, host, from.getPort(), envelope);
        } else if (from.getPort() != datagrams.port()) {
            faults.add(
                    Faults.Kind.SAME_ID,
                    () ->
                            Addresses.text(from)
                                    + " speaks with this node's id: its data folder was copied"
                                    + " (give one of the two an empty folder with --data), or what"
                                    + " this node said is played back to it");
        }
    }

    private Envelope envelope(Message message) {
        Message said =
                isKeyed() && message instanceof Message.Hello hello ? hello.asKeyed() : message;
        return new Envelope(
                config.group(), generation, self.id(), self.incarnation(), self.birth(), said);
    }

    private byte[] encode(Message message) {
        return GroupCodec.encode(envelope(message));
    }

    private final class LinkCodec implements Links.Codec {
        @Override
        public LinkSeal newSeal(boolean isDialler) {
            if (config.key() == null) {
                return null;
            }
            byte[] nonce = new byte[LinkSeal.NONCE_BYTES];
            random.nextBytes(nonce);
            return new LinkSeal(config.key(), isDialler, nonce);
        }

        @Override
        public byte[] hello() {
            return encode(new Message.LinkHello(self));
        }

        @Override
        public Envelope decode(byte[] bytes, int offset, int length) {
            Envelope envelope = GroupCodec.decode(config.group(), bytes, offset, length);
            if (!envelope.group().equals(config.group())) {
                throw new MalformedException("a link from " + envelope.group());
            }
            return envelope;
        }
    }

    private final class LinkEvents implements Links.Listener {
        @Override
        public void onLinkUp(NodeInfo peer) {
            admission.expect(peer);
            listener.onLinkUp(peer);
        }

        @Override
        public void onLinkDown(long nodeId) {
            listener.onLinkDown(nodeId);
        }

        @Override
        public void onDialFailed(long nodeId, boolean refused) {
            listener.onDialFailed(nodeId, refused);
        }

        @Override
        public void onFrame(NodeInfo peer, Link link, Envelope envelope) {
            listener.onMessage(Channel.LINK, link.host, link.port, envelope);
        }
    }
}
