package outcry.wire.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import outcry.base.Check;

/**
 * Authenticates one link. Each end begins with a challenge, a frame of a fresh random nonce; from
 * both nonces come the keys of the two directions, so that nothing recorded on an earlier link
 * counts on this one. Every frame after that is a tag over its number on this link and the message.
 * Owned by one thread.
 */
public final class LinkSeal {
    /** Random bytes of a challenge. */
    public static final int NONCE_BYTES = 16;

    /** So much longer is a sealed frame than its message. */
    public static final int FRAME_EXTRA_BYTES = GroupKey.TAG_BYTES;

    private static final int MAGIC = 0xA9;
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 2;

    private final GroupKey key;
    private final boolean isDialler;
    private final byte[] nonce;
    private final byte[] number = new byte[Long.BYTES];
    private byte[] tag = new byte[0];
    private Mac out;
    private Mac in;
    private long framesOut;
    private long framesIn;

    /**
     * @param isDialler whether this end made the connection
     * @param nonce {@link #NONCE_BYTES} random bytes, used for no other link
     */
    public LinkSeal(GroupKey key, boolean isDialler, byte[] nonce) {
        Check.that(nonce.length == NONCE_BYTES, "a nonce of " + nonce.length + " bytes");
        this.key = key;
        this.isDialler = isDialler;
        this.nonce = nonce.clone();
    }

    /** The frame to be sent first, as it is. */
    public byte[] challenge() {
        byte[] frame = new byte[HEADER_BYTES + NONCE_BYTES];
        frame[0] = (byte) MAGIC;
        frame[1] = VERSION;
        System.arraycopy(nonce, 0, frame, HEADER_BYTES, NONCE_BYTES);
        return frame;
    }

    /** Whether a frame is the first one of a node that has a key. */
    public static boolean isChallenge(byte[] bytes, int offset, int length) {
        return length == HEADER_BYTES + NONCE_BYTES
                && (bytes[offset] & 0xFF) == MAGIC
                && bytes[offset + 1] == VERSION;
    }

    /** Takes the other end's challenge in; frames can be sealed and opened from now on. */
    public void answerTo(byte[] bytes, int offset, int length) {
        Check.that(isChallenge(bytes, offset, length) && !isReady(), "no challenge awaited");
        int from = offset + HEADER_BYTES;
        byte[] other = Arrays.copyOfRange(bytes, from, from + NONCE_BYTES);
        byte[] diallers = isDialler ? nonce : other;
        byte[] acceptors = isDialler ? other : nonce;
        Mac fromDialler = key.linkMac("link from its dialler", diallers, acceptors);
        Mac fromAcceptor = key.linkMac("link from its acceptor", diallers, acceptors);
        out = isDialler ? fromDialler : fromAcceptor;
        in = isDialler ? fromAcceptor : fromDialler;
        tag = new byte[out.getMacLength()];
    }

    /** Whether both challenges are known. */
    public boolean isReady() {
        return out != null;
    }

    /** Writes the next frame's tag and message. */
    public void seal(byte[] message, ByteBuffer frame) {
        tagOf(out, ++framesOut, message, 0, message.length);
        frame.put(tag, 0, GroupKey.TAG_BYTES).put(message);
    }

    /**
     * Whether this is the next frame of the other end; its message begins after {@link
     * #FRAME_EXTRA_BYTES}.
     */
    public boolean open(byte[] bytes, int offset, int length) {
        if (length <= FRAME_EXTRA_BYTES) {
            return false;
        }
        int from = offset + FRAME_EXTRA_BYTES;
        tagOf(in, ++framesIn, bytes, from, length - FRAME_EXTRA_BYTES);
        return GroupKey.isTag(tag, bytes, offset);
    }

    private void tagOf(Mac mac, long frameNumber, byte[] bytes, int offset, int length) {
        for (int i = 0; i < Long.BYTES; i++) {
            number[i] = (byte) (frameNumber >>> 8 * (Long.BYTES - 1 - i));
        }
        mac.update(number, 0, number.length);
        mac.update(bytes, offset, length);
        try {
            mac.doFinal(tag, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer has the tag's length", e);
        }
    }
}
