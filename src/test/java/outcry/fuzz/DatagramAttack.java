package outcry.fuzz;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends ammunition to every socket of the group in turn, at a rate. */
final class DatagramAttack implements AutoCloseable {
    private static final int BURST = 64;

    private final Ammunition ammunition;
    private final List<InetSocketAddress> targets;
    private final long burstNanos;
    private final Random random;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final Thread thread = new Thread(this::run, "datagram attack");
    private volatile boolean isStopping;

    /**
     * @param perSecond datagrams a second; 0 for as many as this computer sends
     */
    DatagramAttack(
            Ammunition ammunition, List<InetSocketAddress> targets, int perSecond, long seed) {
        this.ammunition = ammunition;
        this.targets = List.copyOf(targets);
        this.burstNanos = perSecond == 0 ? 0 : BURST * 1_000_000_000L / perSecond;
        random = new Random(seed);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long sent() {
        return sent.get();
    }

    long sentBytes() {
        return sentBytes.get();
    }

    private void run() {
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByName("lo"));
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
            long nextNanos = System.nanoTime();
            while (!isStopping) {
                for (int i = 0; i < BURST; i++) {
                    byte[] bytes = ammunition.next(random);
                    buffer.clear();
                    buffer.put(bytes).flip();
                    channel.send(buffer, targets.get(random.nextInt(targets.size())));
                    sent.incrementAndGet();
                    sentBytes.addAndGet(bytes.length);
                }
                nextNanos = Math.max(nextNanos + burstNanos, System.nanoTime() - 20_000_000L);
                if (burstNanos > 0) {
                    LockSupport.parkNanos(nextNanos - System.nanoTime());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        isStopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
