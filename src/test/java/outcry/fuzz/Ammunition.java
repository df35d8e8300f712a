package outcry.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/** Real datagrams of the group, listened to as they pass, and what can be made of them. */
final class Ammunition implements AutoCloseable {
    private static final int HELD_MAX = 4_096;
    private static final int BYTES_MAX = 1_472;

    private final byte[][] held = new byte[HELD_MAX][];
    private final AtomicInteger heldCount = new AtomicInteger();
    private final DatagramChannel multicast;
    private final DatagramChannel discovery;
    private final InetSocketAddress multicastTo;

    Ammunition(String group, int discoveryPort) throws IOException {
        multicastTo = new InetSocketAddress(multicastAddress(group), discoveryPort + 1);
        multicast = shared(discoveryPort + 1);
        multicast.join(multicastTo.getAddress(), NetworkInterface.getByName("lo"));
        discovery = shared(discoveryPort);
        listen(multicast);
        listen(discovery);
    }

    InetSocketAddress multicastTo() {
        return multicastTo;
    }

    /** How many datagrams were listened to. */
    int heardCount() {
        return heldCount.get();
    }

    /** Garbage, or a real datagram whole, cut short or with flipped bits; a fourth each. */
    byte[] next(Random random) {
        byte[] real = held[random.nextInt(Math.max(1, Math.min(HELD_MAX, heldCount.get())))];
        if (real == null || real.length == 0) {
            return garbage(random, new byte[0]);
        }
        switch (random.nextInt(4)) {
            case 0:
                return garbage(random, real);
            case 1:
                return real;
            case 2:
                return Arrays.copyOf(real, random.nextInt(real.length));
            default:
                byte[] flipped = real.clone();
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
        }
    }

    /** Begins as a real one does, for a while. */
    private static byte[] garbage(Random random, byte[] real) {
        byte[] garbage = new byte[1 + random.nextInt(BYTES_MAX)];
        random.nextBytes(garbage);
        int same = Math.min(random.nextInt(48), Math.min(garbage.length, real.length));
        System.arraycopy(real, 0, garbage, 0, same);
        return garbage;
    }

    private void listen(DatagramChannel channel) {
        Thread thread = new Thread(() -> take(channel), "ear");
        thread.setDaemon(true);
        thread.start();
    }

    private void take(DatagramChannel channel) {
        ByteBuffer buffer = ByteBuffer.allocate(65_536);
        try {
            while (true) {
                buffer.clear();
                channel.receive(buffer);
                if (heldCount.get() < HELD_MAX || buffer.position() % 7 == 0) {
                    int at = Math.floorMod(heldCount.getAndIncrement(), HELD_MAX);
                    held[at] = Arrays.copyOf(buffer.array(), buffer.position());
                }
            }
        } catch (ClosedChannelException e) {
            return; // The run is over.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As nodes find theirs: from the group's name. */
    private static InetAddress multicastAddress(String group) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(group.getBytes(StandardCharsets.UTF_8));
        int hash = (int) crc.getValue();
        return InetAddress.getByAddress(
                new byte[] {(byte) 239, 77, (byte) (hash >>> 8), (byte) hash});
    }

    private static DatagramChannel shared(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress("0.0.0.0", port));
        return channel;
    }

    @Override
    public void close() throws IOException {
        multicast.close();
        discovery.close();
    }
}
