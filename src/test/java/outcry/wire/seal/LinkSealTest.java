package outcry.wire.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkSealTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    private final Random random = new Random(7);
    private final GroupKey key = GroupKey.of(new byte[20], "lab");

    private LinkSeal seal(GroupKey with, boolean isDialler) {
        byte[] nonce = new byte[LinkSeal.NONCE_BYTES];
        random.nextBytes(nonce);
        return new LinkSeal(with, isDialler, nonce);
    }

    private static void meet(LinkSeal one, LinkSeal other) {
        assertFalse(one.isReady());
        byte[] ones = one.challenge();
        byte[] others = other.challenge();
        assertTrue(LinkSeal.isChallenge(ones, 0, ones.length));
        one.answerTo(others, 0, others.length);
        other.answerTo(ones, 0, ones.length);
        assertTrue(one.isReady() && other.isReady());
    }

    private static byte[] sealed(LinkSeal seal) {
        ByteBuffer frame = ByteBuffer.allocate(MESSAGE.length + LinkSeal.FRAME_EXTRA_BYTES);
        seal.seal(MESSAGE, frame);
        return frame.array();
    }

    private static boolean opens(LinkSeal seal, byte[] frame) {
        return seal.open(frame, 0, frame.length);
    }

    @Test
    void g33_framesOfBothDirectionsAreAuthenticInOrder() {
        LinkSeal dialler = seal(key, true);
        LinkSeal acceptor = seal(key, false);
        meet(dialler, acceptor);
        for (int i = 0; i < 100; i++) {
            byte[] frame = sealed(dialler);
            assertTrue(opens(acceptor, frame));
            assertArrayEquals(
                    MESSAGE, Arrays.copyOfRange(frame, LinkSeal.FRAME_EXTRA_BYTES, frame.length));
            assertTrue(opens(dialler, sealed(acceptor)));
        }
    }

    @Test
    void g33_aRecordedLinkCannotBePlayedToAnybodyAgain() {
        LinkSeal dialler = seal(key, true);
        LinkSeal acceptor = seal(key, false);
        byte[] challenge = dialler.challenge();
        meet(dialler, acceptor);
        List<byte[]> recorded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            recorded.add(sealed(dialler));
        }
        LinkSeal next = seal(key, false);
        next.answerTo(challenge, 0, challenge.length);
        for (byte[] frame : recorded) {
            assertFalse(opens(next, frame));
        }
        assertTrue(opens(acceptor, recorded.get(0)), "where it belongs it counts");
    }

    @Test
    void g33_aFrameRepeatedLeftOutOrSentBackIsRefused() {
        LinkSeal dialler = seal(key, true);
        LinkSeal acceptor = seal(key, false);
        meet(dialler, acceptor);
        byte[] first = sealed(dialler);
        assertTrue(opens(acceptor, first));
        assertFalse(opens(acceptor, first), "repeated");
        assertFalse(opens(dialler, first), "sent back");
        LinkSeal one = seal(key, true);
        LinkSeal other = seal(key, false);
        meet(one, other);
        sealed(one);
        assertFalse(opens(other, sealed(one)), "the one before it is missing");
    }

    @Test
    void g33_anotherKeyOpensNothing() {
        LinkSeal dialler = seal(GroupKey.of(new byte[21], "lab"), true);
        LinkSeal acceptor = seal(key, false);
        meet(dialler, acceptor);
        assertFalse(opens(acceptor, sealed(dialler)));
    }

    @Test
    void g34_changedOrTruncatedFramesAreRefused() {
        for (int at = 0; at < MESSAGE.length + LinkSeal.FRAME_EXTRA_BYTES; at++) {
            LinkSeal dialler = seal(key, true);
            LinkSeal acceptor = seal(key, false);
            meet(dialler, acceptor);
            byte[] frame = sealed(dialler);
            byte[] changed = frame.clone();
            changed[at] ^= 0x10;
            assertFalse(opens(acceptor, changed));
            assertFalse(acceptor.open(frame, 0, at));
        }
        assertEquals(false, LinkSeal.isChallenge(new byte[] {1}, 0, 1));
    }
}
