package outcry.wire;

import java.util.zip.CRC32C;

/**
 * CRC-32C of a message. It stops nobody who means harm, that is what a group key is for; but what a
 * faulty card, cable or program changed on the way is never taken for what somebody said.
 */
final class Checksum {
    static final int BYTES = Integer.BYTES;

    private Checksum() {}

    static int of(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
