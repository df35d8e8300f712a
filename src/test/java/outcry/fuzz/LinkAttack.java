package outcry.fuzz;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.wire.GroupCodec;

/**
 * Opens links to every node, one after the other, and sends what a peer might and what none would:
 * hellos of nodes that do not exist, garbage, frames of the group's own datagrams, wrong lengths,
 * halves; then hangs up, or says nothing for a while.
 */
final class LinkAttack implements AutoCloseable {
    private static final int FRAMES_MAX = 64;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Ammunition ammunition;
    private final String group;
    private final List<InetSocketAddress> targets;
    private final Random random;
    private final AtomicLong links = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();
    private final Thread thread = new Thread(this::run, "link attack");
    private final SocketChannel[] silent = new SocketChannel[32];
    private volatile boolean isStopping;

    LinkAttack(Ammunition ammunition, String group, List<InetSocketAddress> targets, long seed) {
        this.ammunition = ammunition;
        this.group = group;
        this.targets = List.copyOf(targets);
        random = new Random(seed);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long links() {
        return links.get();
    }

    long frames() {
        return frames.get();
    }

    private void run() {
        while (!isStopping) {
            InetSocketAddress target = targets.get(random.nextInt(targets.size()));
            try {
                attack(target);
            } catch (IOException e) {
                // Closed by the node, as it should be.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void attack(InetSocketAddress target) throws IOException {
        SocketChannel channel = SocketChannel.open(target);
        links.incrementAndGet();
        int slot = random.nextInt(4 * silent.length);
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (random.nextBoolean()) {
                send(channel, hello());
            }
            for (int frame = random.nextInt(FRAMES_MAX); frame > 0 && !isStopping; frame--) {
                byte[] bytes = ammunition.next(random);
                if (bytes.length > 0) {
                    send(channel, bytes);
                }
            }
            if (random.nextInt(4) == 0) {
                ByteBuffer wrong = ByteBuffer.allocate(4).putInt(random.nextInt()).flip();
                channel.write(wrong);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } finally {
            if (slot < silent.length) {
                if (silent[slot] != null) {
                    silent[slot].close();
                }
                silent[slot] = channel; // Left open, mute.
            } else {
                channel.close();
            }
        }
    }

    private void send(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(4 + bytes.length);
        frame.putInt(bytes.length).put(bytes).flip();
        channel.write(frame);
        frames.incrementAndGet();
    }

    private byte[] hello() {
        NodeInfo node =
                new NodeInfo(
                        1 + random.nextInt(1_000),
                        "forged" + random.nextInt(9),
                        1 + random.nextInt(1_000),
                        1,
                        "127.0.0.1",
                        1 + random.nextInt(65_535),
                        1 + random.nextInt(65_535),
                        0);
        return GroupCodec.encode(
                new Envelope(
                        group,
                        random.nextLong(),
                        node.id(),
                        node.incarnation(),
                        node.birth(),
                        new Message.LinkHello(node)));
    }

    @Override
    public void close() throws IOException {
        isStopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : silent) {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
