package outcry.node.log;

import java.io.IOException;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.group.Entry;
import outcry.group.EntrySize;
import outcry.journal.LogRecord;

/** Entries of the group as records of the journal. */
final class EntryBytes {
    private static final int HEAD_BYTES = 1 + 2 * Long.BYTES;
    private static final Entry.Kind[] KINDS = Entry.Kind.values();

    private EntryBytes() {}

    static LogRecord.Entry encode(Entry entry) {
        byte[] payload = entry.payload();
        ByteWriter out = new ByteWriter(HEAD_BYTES + payload.length);
        out.put(entry.kind().ordinal()).putLong(entry.timestampNanos()).putLong(entry.origin());
        out.putBytes(payload, 0, payload.length);
        return new LogRecord.Entry(entry.index(), entry.term(), out.toBytes());
    }

    /**
     * @throws IOException when the bytes are whole and yet no entry: another program wrote them
     */
    static Entry decode(LogRecord.Entry record) throws IOException {
        try {
            ByteReader in = new ByteReader(record.body());
            int kind = in.get();
            if (kind >= KINDS.length) {
                throw new MalformedException("no kind of entry has number " + kind);
            }
            long timestampNanos = in.getLong();
            long origin = in.getLong();
            if (in.remaining() > EntrySize.PAYLOAD_BYTES_MAX) {
                throw new MalformedException("a payload of " + in.remaining() + " bytes");
            }
            return new Entry(
                    record.index(),
                    record.term(),
                    timestampNanos,
                    origin,
                    KINDS[kind],
                    in.getBytes(in.remaining()));
        } catch (MalformedException e) {
            throw new IOException(
                    "entry " + record.index() + " of the journal: " + e.getMessage(), e);
        }
    }
}
