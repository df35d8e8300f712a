package outcry.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.group.Entry;
import outcry.group.EntrySize;
import outcry.group.Envelope;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Role;

class GroupCodecTest {

    private static Envelope decode(byte[] bytes) {
        return GroupCodec.decode("lab", bytes, 0, bytes.length);
    }

    @Test
    void samplesCoverEveryKindOfMessage() {
        Set<Class<?>> kinds = new HashSet<>(List.of(Message.class.getPermittedSubclasses()));
        MessageSamples.all().forEach(message -> kinds.remove(message.getClass()));
        assertEquals(Set.of(), kinds);
    }

    @Test
    void everyMessageIsReadAsItWasWritten() {
        for (Message message : MessageSamples.all()) {
            byte[] bytes = GroupCodec.encode(MessageSamples.envelope(message));
            Envelope read = decode(bytes);
            assertEquals(MessageSamples.envelope(read.message()), read, "header of " + message);
            // Arrays in records compare by identity, so equality is that of the bytes again.
            assertArrayEquals(bytes, GroupCodec.encode(read), message.toString());
            if (!message.toString().contains("[B@") && !message.toString().contains("Entry")) {
                assertEquals(message, read.message());
            }
        }
    }

    @Test
    void entriesKeepAllTheirFields() {
        List<Entry> entries = MessageSamples.entries(1_000, 40, 3);
        Message.Data data = new Message.Data(MessageSamples.TERM, 1_000, 0, 7, 6, entries);
        Message.Data read =
                (Message.Data) decode(GroupCodec.encode(MessageSamples.envelope(data))).message();
        assertEquals(40, read.entries().size());
        for (int i = 0; i < 40; i++) {
            Entry expected = entries.get(i);
            Entry actual = read.entries().get(i);
            assertEquals(expected.index(), actual.index());
            assertEquals(expected.term(), actual.term());
            assertEquals(expected.timestampNanos(), actual.timestampNanos());
            assertEquals(expected.origin(), actual.origin());
            assertEquals(expected.kind(), actual.kind());
            assertArrayEquals(expected.payload(), actual.payload());
        }
    }

    @Test
    void g18_entrySizeTellsTheExactSizeOfDataAndTail() {
        for (int count = 0; count < 30; count++) {
            List<Entry> entries = MessageSamples.entries(50, count, count);
            int entryBytes = EntrySize.datagramBytes(entries);
            assertEquals(
                    EntrySize.DATA_HEADER_BYTES + entryBytes,
                    GroupCodec.encode(
                                    MessageSamples.envelope(
                                            new Message.Data(9, 50, 8, 7, 6, entries)))
                            .length);
            assertEquals(
                    EntrySize.TAIL_HEADER_BYTES + entryBytes,
                    GroupCodec.encode(
                                    MessageSamples.envelope(new Message.Tail(49, 8, true, entries)))
                            .length);
        }
        assertEquals(
                EntrySize.MESSAGE_HEADER_BYTES,
                GroupCodec.encode(MessageSamples.envelope(new Message.Leaving())).length);
    }

    @Test
    void theLargestBatchForALinkFitsAFrame() {
        byte[] payload = new byte[EntrySize.PAYLOAD_BYTES_MAX];
        int bytes = 0;
        List<Entry> entries = new ArrayList<>();
        for (long index = 1; bytes < EntrySize.LINK_BATCH_BYTES_MAX; index++) {
            Entry entry = new Entry(index, 1, 1, 1, Entry.Kind.COMMAND, payload);
            entries.add(entry);
            bytes += EntrySize.datagramBytes(entry);
        }
        byte[] encoded =
                GroupCodec.encode(
                        MessageSamples.envelope(new Message.Data(1, 1, 0, 0, 0, entries)));
        assertTrue(encoded.length <= GroupCodec.MESSAGE_BYTES_MAX);
        assertEquals(entries.size(), ((Message.Data) decode(encoded).message()).entries().size());
    }

    @Test
    void g4_helloIsJsonAndFitsOneDatagramWithTheLongestNames() {
        String name = "\u20ac".repeat(32);
        NodeInfo node =
                new NodeInfo(
                        Long.MIN_VALUE,
                        name,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        "255.255.255.255",
                        65_535,
                        65_535,
                        65_535);
        Message.Hello hello =
                new Message.Hello(
                        1,
                        node,
                        Role.CANDIDATE,
                        MessageRules.NUMBER_MAX,
                        -1,
                        MessageRules.NUMBER_MAX,
                        9,
                        MessageRules.NUMBER_MAX,
                        Integer.MAX_VALUE,
                        false,
                        false);
        List<String> peers = Collections.nCopies(40, "255.255.255.255:65535");
        byte[] bytes =
                HelloJson.encode(
                        new HelloJson.Greeting(
                                new Envelope(
                                        name,
                                        -1,
                                        Long.MIN_VALUE,
                                        Integer.MAX_VALUE,
                                        Integer.MAX_VALUE,
                                        hello),
                                true,
                                peers));
        assertEquals('{', bytes[0]);
        assertTrue(bytes.length <= HelloJson.HELLO_BYTES_MAX, "bytes: " + bytes.length);
        assertEquals(hello, GroupCodec.decode("lab", bytes, 0, bytes.length).message());
        HelloJson.Greeting read = HelloJson.decode(bytes, 0, bytes.length);
        assertTrue(read.asks());
        List<String> named = read.peers();
        assertTrue(named.size() > 5 && named.size() <= HelloJson.PEERS_MAX, "named: " + named);
    }

    @Test
    void aCompactMessageOfAnotherGroupHasNoGroupsName() {
        byte[] bytes = GroupCodec.encode(MessageSamples.envelope(new Message.Ping(5)));
        Envelope read = GroupCodec.decode("other", bytes, 0, bytes.length);
        assertNotEquals("other", read.group());
        assertTrue(read.group().length() > 32);
    }

    @Test
    void anotherVersionIsRefusedWithBothNumbers() {
        byte[] bytes = GroupCodec.encode(MessageSamples.envelope(new Message.Ping(5)));
        bytes[1] = 9;
        MalformedException refused = assertThrows(MalformedException.class, () -> decode(bytes));
        assertTrue(refused.getMessage().contains("version 9"), refused.getMessage());
    }

    @Test
    void g34_garbageTruncationAndBitFlipsAreOnlyEverMalformed() {
        Random random = new Random(20_261_121);
        List<Message> samples = MessageSamples.all();
        for (int i = 0; i < 60_000; i++) {
            Message message = samples.get(random.nextInt(samples.size()));
            byte[] bytes = GroupCodec.encode(MessageSamples.envelope(message));
            byte[] damaged = damaged(bytes, random);
            decodeOrRefuse(damaged);
            decodeOrRefuse(MessageSamples.withChecksum(damaged));
        }
    }

    @Test
    void g34_everyFlippedBitIsNoticed() {
        for (Message message : MessageSamples.all()) {
            byte[] bytes = GroupCodec.encode(MessageSamples.envelope(message));
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThrows(MalformedException.class, () -> decode(flipped), message.toString());
            }
        }
    }

    @Test
    void aQuestionTypedByHandNeedsNoChecksum() {
        byte[] bytes = GroupCodec.encode(MessageSamples.envelope(new Message.WhoIsLeader()));
        byte[] typed = Arrays.copyOf(bytes, bytes.length - 10);
        assertEquals('}', typed[typed.length - 1]);
        assertEquals(new Message.WhoIsLeader(), decode(typed).message());
    }

    @Test
    void g34_jsonTraps() {
        List<String> traps =
                List.of(
                        "{",
                        "{}",
                        "{\"a\":".repeat(300),
                        "{" + "[".repeat(1_500),
                        "{\"outcry\":1e999999999}",
                        "{\"outcry\":1,\"type\":\"hello\"}",
                        "{\"outcry\":1,\"type\":[],\"group\":{}}",
                        "{\"outcry\":\"1\"}",
                        "{\"outcry\":1.5}",
                        "{\"outcry\":null}",
                        "{\"peers\":[1,2]}");
        for (String trap : traps) {
            byte[] bytes = trap.getBytes(StandardCharsets.UTF_8);
            assertThrows(MalformedException.class, () -> decode(bytes), trap);
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        switch (random.nextInt(3)) {
            case 0:
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            case 1:
                for (int flips = random.nextInt(4); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            default:
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                System.arraycopy(bytes, 0, noise, 0, Math.min(3, noise.length));
                return noise;
        }
    }

    private static void decodeOrRefuse(byte[] bytes) {
        try {
            Envelope read = decode(bytes);
            // What was understood can be written again, with the same meaning.
            assertEquals(read.sender(), decode(GroupCodec.encode(read)).sender());
        } catch (MalformedException expected) {
            assertTrue(expected.getMessage().length() > 3);
        }
    }
}
