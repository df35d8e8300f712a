package outcry.wire;

import outcry.market.Request;

/** The bytes of a request as they travel between nodes and stand in the log. */
public final class CommandCodec {
    private CommandCodec() {}

    public static byte[] encode(Request request) {
        return new byte[0];
    }

    /**
     * @throws outcry.base.MalformedException when the bytes are not a request
     */
    public static Request decode(byte[] bytes) {
        return null;
    }
}
