package outcry.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;
import outcry.group.Envelope;
import outcry.group.Message;

/**
 * The bytes of group messages: HELLO and WHO_IS_LEADER as JSON (a first byte of '{'), all others
 * compact: magic, version, kind, a hash of the group's name, generation, sender, incarnation,
 * birth, then the message's own fields, then a checksum of it all. Any thread.
 */
public final class GroupCodec {
    /** Layout version; a message of another one is refused. */
    public static final int VERSION = 1;

    /** Largest encoded message (G34): what a link's frame may hold. */
    public static final int MESSAGE_BYTES_MAX = 1024 * 1024;

    private static final int MAGIC = 0xA7;
    private static final MessageLayouts LAYOUTS = new MessageLayouts();
    private static final long FNV_BASIS = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x100_0000_01B3L;

    private GroupCodec() {}

    public static byte[] encode(Envelope envelope) {
        Message message = envelope.message();
        MessageLayout<?> layout = LAYOUTS.of(message);
        if (layout == null) {
            return HelloJson.encode(new HelloJson.Greeting(envelope, false, List.of()));
        }
        ByteWriter out = new ByteWriter();
        out.put(MAGIC).put(VERSION).put(layout.code()).putLong(hash(envelope.group()));
        out.putLong(envelope.generation()).putLong(envelope.sender());
        out.putInt(envelope.incarnation()).putInt(envelope.birth());
        layout.write(out, message);
        out.putInt(Checksum.of(out.array(), 0, out.length()));
        Check.that(out.length() <= MESSAGE_BYTES_MAX, "a message larger than a link's frame");
        return out.toBytes();
    }

    /**
     * Reads one message.
     *
     * @param group the name of the reader's group: a compact message carries only its hash. The
     *     envelope of a message of another group has a name that no group can have.
     * @throws MalformedException when the bytes are not a message of a known version, or none that
     *     a member can have said
     */
    public static Envelope decode(String group, byte[] bytes, int offset, int length) {
        if (HelloJson.isJson(bytes, offset, length)) {
            return HelloJson.decode(bytes, offset, length).envelope();
        }
        ByteReader in = new ByteReader(bytes, offset, Math.max(0, length - Checksum.BYTES));
        if (in.get() != MAGIC) {
            throw new MalformedException("not a message of an exchange's node");
        }
        int version = in.get();
        if (version != VERSION) {
            throw new MalformedException(
                    "a message of version " + version + ", this program speaks " + VERSION);
        }
        int end = offset + length - Checksum.BYTES;
        int checksum = new ByteReader(bytes, end, Checksum.BYTES).getInt();
        if (checksum != Checksum.of(bytes, offset, length - Checksum.BYTES)) {
            throw new MalformedException("changed on its way: its checksum is wrong");
        }
        MessageLayout<?> layout = LAYOUTS.of(in.get());
        long groupHash = in.getLong();
        String name = groupHash == hash(group) ? group : otherGroup(groupHash);
        long generation = in.getLong();
        long sender = in.getLong();
        int incarnation = in.getInt();
        int birth = in.getInt();
        Message message = layout.read(in);
        in.expectEnd();
        Envelope envelope = new Envelope(name, generation, sender, incarnation, birth, message);
        MessageRules.check(envelope);
        return envelope;
    }

    /** Longer than any group's name may be. */
    private static String otherGroup(long groupHash) {
        return "another group, its name has the hash " + Long.toHexString(groupHash);
    }

    private static long hash(String group) {
        long hash = FNV_BASIS;
        for (byte octet : group.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet & 0xFF) * FNV_PRIME;
        }
        return hash;
    }
}
