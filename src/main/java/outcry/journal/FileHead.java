package outcry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The first 64 bytes of every file: magic, format version, up to six numbers, a checksum. Its
 * layout never changes, so that a later version is told from damage.
 */
final class FileHead {
    static final int BYTES = 64;
    static final int VERSION = 1;

    private static final int NUMBERS_MAX = 6;
    private static final int NUMBERS_OFFSET = 12;
    private static final int CRC_OFFSET = BYTES - Integer.BYTES;

    private FileHead() {}

    static ByteBuffer encode(long magic, long... numbers) {
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        head.putLong(magic).putInt(VERSION);
        for (long number : numbers) {
            head.putLong(number);
        }
        head.putInt(CRC_OFFSET, Crc.of(head, 0, CRC_OFFSET));
        return head.clear();
    }

    /**
     * Reads the head at {@code offset} of a file.
     *
     * @return its numbers, or null when it is damaged
     * @throws UnknownFormatException when it is whole and of another version
     */
    static long[] read(String name, DiskFile file, long offset, long magic) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        file.read(offset, head);
        if (head.hasRemaining()
                || head.getInt(CRC_OFFSET) != Crc.of(head, 0, CRC_OFFSET)
                || head.getLong(0) != magic) {
            return null;
        }
        int version = head.getInt(Long.BYTES);
        if (version != VERSION) {
            throw new UnknownFormatException(name, version, VERSION);
        }
        long[] numbers = new long[NUMBERS_MAX];
        for (int i = 0; i < NUMBERS_MAX; i++) {
            numbers[i] = head.getLong(NUMBERS_OFFSET + i * Long.BYTES);
        }
        return numbers;
    }
}
