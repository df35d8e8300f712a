package outcry.wire.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.wire.seal.DatagramOpener.Verdict;

class DatagramSealTest {
    private static final long ID = 0x1234_5678_9ABC_DEF0L;
    private static final byte[] MESSAGE = "an order book".getBytes(StandardCharsets.UTF_8);

    private final GroupKey key = key("lab");
    private final DatagramOpener opener = new DatagramOpener(key);

    private static GroupKey key(String group) {
        return GroupKey.of("sixteen bytes ok".getBytes(StandardCharsets.UTF_8), group);
    }

    private static byte[] sealed(DatagramSealer sealer, Stream stream, byte[] message) {
        ByteBuffer out = ByteBuffer.allocate(DatagramLayout.HEADER_BYTES + message.length);
        sealer.seal(stream, message, out);
        assertEquals(0, out.remaining());
        return out.array();
    }

    private static byte[] sealed(DatagramSealer sealer, Stream stream) {
        return sealed(sealer, stream, MESSAGE);
    }

    private Verdict open(byte[] bytes) {
        return opener.open(bytes, bytes.length);
    }

    @Test
    void g33_whatAHolderOfTheKeySealedIsAuthenticAndSaysWhoSentIt() {
        byte[] bytes = sealed(new DatagramSealer(key, ID, 7), Stream.MULTICAST);
        assertEquals(Verdict.AUTHENTIC, open(bytes));
        assertEquals(ID, opener.senderId());
        assertEquals(7, opener.incarnation());
        assertArrayEquals(
                MESSAGE, Arrays.copyOfRange(bytes, DatagramLayout.HEADER_BYTES, bytes.length));
    }

    @Test
    void g33_everyChangedByteIsNoticed() {
        for (int at = 0; at < DatagramLayout.HEADER_BYTES + MESSAGE.length; at++) {
            byte[] bytes = sealed(new DatagramSealer(key, ID, 7), Stream.UNICAST);
            bytes[at] ^= 1;
            Verdict verdict = open(bytes);
            assertTrue(
                    verdict == Verdict.FORGED || at < 2 && verdict == Verdict.UNSEALED,
                    "byte " + at + ": " + verdict);
        }
        assertEquals(
                Verdict.AUTHENTIC, open(sealed(new DatagramSealer(key, ID, 7), Stream.UNICAST)));
    }

    @Test
    void g33_anotherSecretOrAnotherGroupsNameIsAnotherKey() {
        GroupKey other = GroupKey.of("sixteen bytes OK".getBytes(StandardCharsets.UTF_8), "lab");
        assertEquals(
                Verdict.FORGED, open(sealed(new DatagramSealer(other, ID, 1), Stream.UNICAST)));
        assertEquals(
                Verdict.FORGED,
                open(sealed(new DatagramSealer(key("other"), ID, 1), Stream.UNICAST)));
    }

    @Test
    void g33_aDatagramCountsOnceInWhateverOrderTheyCome() {
        DatagramSealer sealer = new DatagramSealer(key, ID, 1);
        assertEquals(Verdict.AUTHENTIC, open(sealed(sealer, Stream.UNICAST)));
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < 3 * ReplayWindow.WIDTH / 4; i++) {
            sent.add(sealed(sealer, Stream.UNICAST));
        }
        Collections.shuffle(sent, new Random(3));
        sent.forEach(bytes -> assertEquals(Verdict.AUTHENTIC, open(bytes)));
        Collections.shuffle(sent, new Random(4));
        sent.forEach(bytes -> assertEquals(Verdict.REPLAYED, open(bytes)));
    }

    @Test
    void g33_streamsAreCountedApart() {
        DatagramSealer sealer = new DatagramSealer(key, ID, 1);
        List<byte[]> multicasts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            multicasts.add(sealed(sealer, Stream.MULTICAST));
        }
        for (int i = 0; i < 2 * ReplayWindow.WIDTH; i++) {
            assertEquals(Verdict.AUTHENTIC, open(sealed(sealer, Stream.UNICAST)));
        }
        multicasts.forEach(bytes -> assertEquals(Verdict.AUTHENTIC, open(bytes)));
        multicasts.forEach(bytes -> assertEquals(Verdict.REPLAYED, open(bytes)));
    }

    @Test
    void g33_theFirstDatagramHeardMayHaveOvertakenThoseSentJustBefore() {
        for (int earlier = 1; earlier <= ReplayWindow.BEFORE_FIRST; earlier++) {
            DatagramSealer sealer = new DatagramSealer(key, ID + earlier, 1);
            List<byte[]> overtaken = new ArrayList<>();
            for (int i = 0; i < earlier; i++) {
                overtaken.add(sealed(sealer, Stream.UNICAST));
            }
            assertEquals(Verdict.AUTHENTIC, open(sealed(sealer, Stream.UNICAST)));
            overtaken.forEach(bytes -> assertEquals(Verdict.AUTHENTIC, open(bytes)));
            overtaken.forEach(bytes -> assertEquals(Verdict.REPLAYED, open(bytes)));
        }
    }

    @Test
    void g33_whatIsMuchOlderThanTheFirstHeardOrThanTheWindowIsRefused() {
        DatagramSealer sealer = new DatagramSealer(key, ID, 1);
        byte[] before = sealed(sealer, Stream.UNICAST);
        for (int i = 0; i < ReplayWindow.BEFORE_FIRST; i++) {
            sealed(sealer, Stream.UNICAST); // lost, or for somebody else
        }
        assertEquals(Verdict.AUTHENTIC, open(sealed(sealer, Stream.UNICAST)));
        assertEquals(Verdict.REPLAYED, open(before));
        byte[] late = sealed(sealer, Stream.UNICAST);
        for (int i = 0; i < ReplayWindow.WIDTH; i++) {
            sealed(sealer, Stream.UNICAST); // lost, or for somebody else
        }
        assertEquals(Verdict.AUTHENTIC, open(sealed(sealer, Stream.UNICAST)));
        assertEquals(Verdict.REPLAYED, open(late));
    }

    @Test
    void g33_theLatestIncarnationAloneCounts() {
        byte[] old = sealed(new DatagramSealer(key, ID, 4), Stream.BROADCAST);
        DatagramSealer before = new DatagramSealer(key, ID, 5);
        assertEquals(Verdict.AUTHENTIC, open(sealed(before, Stream.BROADCAST)));
        assertEquals(Verdict.REPLAYED, open(old));
        DatagramSealer after = new DatagramSealer(key, ID, 6);
        assertEquals(Verdict.AUTHENTIC, open(sealed(after, Stream.UNICAST)));
        assertEquals(Verdict.REPLAYED, open(sealed(before, Stream.BROADCAST)));
    }

    @Test
    void g33_aLinkTellsWhichIncarnationRuns() {
        opener.expect(ID, 9);
        assertEquals(
                Verdict.REPLAYED, open(sealed(new DatagramSealer(key, ID, 8), Stream.MULTICAST)));
        assertEquals(
                Verdict.AUTHENTIC, open(sealed(new DatagramSealer(key, ID, 9), Stream.MULTICAST)));
        opener.expect(ID, 8); // A link that was under way for long: nothing is taken back.
        assertEquals(
                Verdict.REPLAYED, open(sealed(new DatagramSealer(key, ID, 8), Stream.UNICAST)));
    }

    @Test
    void g34_truncatedDatagramsAreRefused() {
        byte[] bytes = sealed(new DatagramSealer(key, ID, 1), Stream.UNICAST);
        for (int length = 0; length < bytes.length; length++) {
            Verdict verdict = opener.open(bytes, length);
            assertTrue(verdict == Verdict.FORGED || verdict == Verdict.UNSEALED);
        }
    }

    @Test
    void aSecretHasSixteenBytesAndIsNeverPrinted() {
        assertThrows(IllegalStateException.class, () -> GroupKey.of(new byte[15], "lab"));
        assertThrows(IllegalStateException.class, () -> GroupKey.of(new byte[5_000], "lab"));
        assertFalse(key.toString().contains("sixteen"), key.toString());
    }
}
