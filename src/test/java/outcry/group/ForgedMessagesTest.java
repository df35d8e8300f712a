package outcry.group;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcry.base.MalformedException;
import outcry.wire.GroupCodec;

/**
 * Whole members that hear, beside what the others say, what a forger made of it. In an open group
 * that may disturb; it must never end in an exception, and never in a member that is lost (G34).
 */
class ForgedMessagesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SEEDS = 40;
    private static final long[] ABSURD = {
        0, 1, -1, 2, 9, 255, 1L << 24, 1L << 32, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private int understood;

    @ParameterizedTest
    @EnumSource(ElectionPolicy.class)
    void g34_mutatedMessagesNeverThrow(ElectionPolicy policy) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            ScenarioWorld world = new ScenarioWorld(3, policy);
            world.disturb(envelope -> forgeries(envelope, random));
            try {
                play(world, random);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(understood > SEEDS * 1_000, "too few were understood: " + understood);
    }

    private static void play(ScenarioWorld world, Random random) {
        IntStream.rangeClosed(1, 3).forEach(world::start);
        for (int second = 1; second <= 8; second++) {
            world.run(SECOND);
            int number = 1 + random.nextInt(3);
            world.propose(number, List.of("c" + second, "d" + second));
            if (second % 4 == 0) {
                world.crash(number);
                world.run(SECOND);
                world.start(number);
            } else if (second % 3 == 0) {
                world.callElection(number);
            }
            world.writeState();
            world.takeOutcome();
        }
    }

    /** A few of those changed messages that still are messages. */
    private List<Envelope> forgeries(Envelope envelope, Random random) {
        List<Envelope> forgeries = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            return forgeries;
        }
        byte[] bytes = GroupCodec.encode(envelope);
        for (int attempt = 0; attempt < 6; attempt++) {
            byte[] changed = changed(bytes.clone(), random);
            try {
                forgeries.add(GroupCodec.decode("lab", changed, 0, changed.length));
                understood++;
            } catch (MalformedException refused) {
                continue; // At the edge, where it belongs.
            }
        }
        return forgeries;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes[0] == '{' || random.nextInt(3) == 0) {
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
        } else if (bytes.length > 47) {
            // Behind the header most fields are longs.
            int field = 35 + 8 * random.nextInt((bytes.length - 39) / 8);
            long value = ABSURD[random.nextInt(ABSURD.length)];
            long before = ByteBuffer.wrap(bytes).getLong(field);
            boolean isNear = random.nextBoolean();
            ByteBuffer.wrap(bytes).putLong(field, isNear ? before + random.nextInt(9) - 4 : value);
        }
        return bytes[0] == '{' ? withoutChecksum(bytes) : withChecksum(bytes);
    }

    /** A forger makes one that is right. */
    private static byte[] withChecksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
        return bytes;
    }

    private static byte[] withoutChecksum(byte[] json) {
        return Arrays.copyOf(json, json.length - 10);
    }

    @Test
    void g34_noForgedTermUsesAllTermsUp() {
        for (long term : List.of(1L << 62, Long.MAX_VALUE, 1L << 45)) {
            ScenarioWorld world = new ScenarioWorld(3, ElectionPolicy.RTT);
            world.formGroup();
            world.takeOutcome();
            world.disturb(
                    envelope ->
                            List.of(
                                    said(envelope, new Message.Ack(term, 1, 1, false)),
                                    said(
                                            envelope,
                                            new Message.Heartbeat(
                                                    term, 1, 1, 1, 1, true, 1, 1, 1, 1)),
                                    said(envelope, new Message.VoteRequest(term, 1, 1, true)),
                                    said(
                                            envelope,
                                            new Message.VoteReply(term, false, 0, List.of()))));
            world.run(2 * SECOND);
            world.disturb(envelope -> List.of());
            world.run(5 * SECOND);
            world.takeOutcome();
            world.propose(1, List.of("still trades"));
            world.run(SECOND);
            String outcome = world.takeOutcome().toString();
            assertTrue(outcome.contains("1 2 3 applies"), term + ": " + outcome);
        }
    }

    private static Envelope said(Envelope by, Message message) {
        return new Envelope(
                by.group(), by.generation(), by.sender(), by.incarnation(), by.birth(), message);
    }
}
