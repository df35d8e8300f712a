package outcry.wire;

import outcry.group.Envelope;

/**
 * The bytes of group messages: HELLO and WHO_IS_LEADER as JSON (a first byte of '{'), all others
 * compact.
 */
public final class GroupCodec {
    private GroupCodec() {}

    public static byte[] encode(Envelope envelope) {
        return new byte[0];
    }

    /**
     * @throws outcry.base.MalformedException when the bytes are not a message of a known version
     */
    public static Envelope decode(byte[] bytes, int offset, int length) {
        return null;
    }
}
