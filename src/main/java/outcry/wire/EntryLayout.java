package outcry.wire;

import java.util.ArrayList;
import java.util.List;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;
import outcry.group.Entry;
import outcry.group.EntrySize;

/**
 * Consecutive entries inside a message. Their indexes are not written: they follow from the first
 * one's. The sizes are those that {@link EntrySize} promises.
 */
final class EntryLayout {
    private static final Entry.Kind[] KINDS = Entry.Kind.values();

    private EntryLayout() {}

    static void put(ByteWriter out, long firstIndex, List<Entry> entries) {
        Check.that(
                entries.size() <= EntrySize.ENTRIES_MAX,
                "more than " + EntrySize.ENTRIES_MAX + " entries in a message");
        out.putShort(entries.size());
        long index = firstIndex;
        for (Entry entry : entries) {
            Check.that(entry.index() == index, "entries of a message must follow each other");
            put(out, entry);
            index++;
        }
    }

    static List<Entry> get(ByteReader in, long firstIndex) {
        int count = in.getShort();
        if (count > EntrySize.ENTRIES_MAX
                || firstIndex < 0
                || firstIndex > Long.MAX_VALUE - count) {
            throw new MalformedException(count + " entries from index " + firstIndex);
        }
        List<Entry> entries = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            entries.add(get(in, firstIndex + i, in.get()));
        }
        return List.copyOf(entries);
    }

    private static void put(ByteWriter out, Entry entry) {
        byte[] payload = entry.payload();
        Check.that(
                payload.length <= EntrySize.PAYLOAD_BYTES_MAX,
                "an entry of more than " + EntrySize.PAYLOAD_BYTES_MAX + " bytes");
        out.put(entry.kind().ordinal());
        Varint.put(out, entry.term());
        out.putLong(entry.timestampNanos()).putLong(entry.origin());
        Varint.put(out, payload.length);
        out.putBytes(payload, 0, payload.length);
    }

    private static Entry get(ByteReader in, long index, int kind) {
        if (kind >= KINDS.length) {
            throw new MalformedException("no kind of entry has number " + kind);
        }
        long term = Varint.get(in);
        if (term < 0) {
            throw new MalformedException("a term cannot be negative: " + term);
        }
        long timestampNanos = in.getLong();
        long origin = in.getLong();
        int length = Varint.get(in, EntrySize.PAYLOAD_BYTES_MAX);
        return new Entry(index, term, timestampNanos, origin, KINDS[kind], in.getBytes(length));
    }
}
