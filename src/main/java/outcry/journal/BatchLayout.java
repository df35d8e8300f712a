package outcry.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one group commit: a head (magic, length, number, checksum), records each with length
 * and checksum, and an end mark by which a write that was never finished is told from one that was
 * and rotted.
 */
final class BatchLayout {
    static final int HEAD_BYTES = 20;
    static final int END_BYTES = 8;

    /** No byte of the magics is zero, or one flipped bit away from it. */
    private static final int HEAD_MAGIC = 0x4C4F4721; // LOG!

    private static final int END_MAGIC = 0x656E643B; // end;

    private static final int RECORD_HEAD_BYTES = 8;
    private static final byte ENTRY = 1;
    private static final byte TRUNCATE = 2;
    private static final byte BASE = 3;
    private static final int ENTRY_HEAD_BYTES = 1 + 2 * Long.BYTES;

    /** A record that is not what was written, at this offset of the buffer. */
    static final class BadRecordException extends Exception {
        private static final long serialVersionUID = 1;

        private final int offset;

        private BadRecordException(int offset, String problem) {
            super(problem);
            this.offset = offset;
        }

        int offset() {
            return offset;
        }
    }

    private BatchLayout() {}

    /** Bytes a record takes in a batch. */
    static int bytes(LogRecord record) {
        if (record instanceof LogRecord.Entry entry) {
            return RECORD_HEAD_BYTES + ENTRY_HEAD_BYTES + entry.body().length;
        }
        return RECORD_HEAD_BYTES
                + 1
                + (record instanceof LogRecord.Base ? 2 * Long.BYTES : Long.BYTES);
    }

    /** Appends a whole batch to {@code out}, which has room for it. */
    static void put(ByteBuffer out, long number, List<LogRecord> records) {
        int start = out.position();
        out.position(start + HEAD_BYTES);
        for (LogRecord record : records) {
            putRecord(out, record);
        }
        int bodyBytes = out.position() - start - HEAD_BYTES;
        out.putInt(HEAD_BYTES + bodyBytes + END_BYTES).putInt(END_MAGIC);
        out.putInt(start, HEAD_MAGIC).putInt(start + 4, bodyBytes).putLong(start + 8, number);
        out.putInt(start + 16, Crc.of(out, start, HEAD_BYTES - 4));
    }

    /** Whether a batch's head stands whole at {@code offset}. */
    static boolean hasHead(ByteBuffer in, int offset) {
        return offset + HEAD_BYTES <= in.limit()
                && in.getInt(offset) == HEAD_MAGIC
                && in.getInt(offset + 16) == Crc.of(in, offset, HEAD_BYTES - 4);
    }

    static long number(ByteBuffer in, int offset) {
        return in.getLong(offset + 8);
    }

    /** Bytes of the whole batch whose head stands at {@code offset}. */
    static int batchBytes(ByteBuffer in, int offset) {
        return HEAD_BYTES + in.getInt(offset + 4) + END_BYTES;
    }

    /** Whether the bytes up to {@code end} are the end of a batch that began at {@code start}. */
    static boolean hasEnd(ByteBuffer in, int start, int end) {
        return end - start >= HEAD_BYTES + END_BYTES
                && in.getInt(end - 4) == END_MAGIC
                && in.getInt(end - 8) == end - start;
    }

    /** The records of the batch whose head stands whole at {@code offset}. */
    static List<LogRecord> records(ByteBuffer in, int offset) throws BadRecordException {
        int at = offset + HEAD_BYTES;
        int bodyBytes = in.getInt(offset + 4);
        if (bodyBytes < 0 || bodyBytes > in.limit() - at) {
            throw new BadRecordException(offset, "a batch is longer than its file");
        }
        int end = at + bodyBytes;
        List<LogRecord> records = new ArrayList<>();
        while (at < end) {
            int length = end - at < RECORD_HEAD_BYTES ? -1 : in.getInt(at);
            if (length < 1 || length > end - at - RECORD_HEAD_BYTES) {
                throw new BadRecordException(at, "a record's length cannot be");
            }
            if (in.getInt(at + 4) != checksum(in, at, length)) {
                throw new BadRecordException(at, "a record's checksum does not match");
            }
            records.add(record(in, at, length));
            at += RECORD_HEAD_BYTES + length;
        }
        return records;
    }

    private static int checksum(ByteBuffer in, int at, int length) {
        // The length is covered too: moved by a flipped bit, it must not fit by chance.
        return Crc.of(in, at + RECORD_HEAD_BYTES, length) ^ length;
    }

    private static void putRecord(ByteBuffer out, LogRecord record) {
        int at = out.position();
        out.position(at + RECORD_HEAD_BYTES);
        if (record instanceof LogRecord.Entry entry) {
            out.put(ENTRY).putLong(entry.index()).putLong(entry.term()).put(entry.body());
        } else if (record instanceof LogRecord.Truncate truncate) {
            out.put(TRUNCATE).putLong(truncate.fromIndex());
        } else if (record instanceof LogRecord.Base base) {
            out.put(BASE).putLong(base.index()).putLong(base.term());
        }
        int length = out.position() - at - RECORD_HEAD_BYTES;
        out.putInt(at, length).putInt(at + 4, checksum(out, at, length));
    }

    private static LogRecord record(ByteBuffer in, int at, int length) throws BadRecordException {
        int from = at + RECORD_HEAD_BYTES;
        byte type = in.get(from);
        if (type == ENTRY && length >= ENTRY_HEAD_BYTES) {
            byte[] body = new byte[length - ENTRY_HEAD_BYTES];
            in.get(from + ENTRY_HEAD_BYTES, body);
            return new LogRecord.Entry(in.getLong(from + 1), in.getLong(from + 9), body);
        } else if (type == TRUNCATE && length == 1 + Long.BYTES) {
            return new LogRecord.Truncate(in.getLong(from + 1));
        } else if (type == BASE && length == 1 + 2 * Long.BYTES) {
            return new LogRecord.Base(in.getLong(from + 1), in.getLong(from + 9));
        }
        throw new BadRecordException(at, "no record is of type " + type);
    }
}
