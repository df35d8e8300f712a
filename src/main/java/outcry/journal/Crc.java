package outcry.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC-32C of parts of buffers. */
final class Crc {
    private Crc() {}

    /** Of {@code count} bytes from {@code offset} on; the buffer's position stays. */
    static int of(ByteBuffer buffer, int offset, int count) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(offset + count).position(offset));
        return (int) crc.getValue();
    }
}
