package outcry.wire.seal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Tells authentic datagrams from others. Each is authentic once: its counter must not have been
 * taken in before, and its sender's incarnation must be the latest known. Owned by one thread.
 *
 * <p>Bounded: of senders that were not heard for long what they sent is forgotten when there are
 * too many; a recorded datagram of such a sender could then count once more, as one that was long
 * under way does.
 */
public final class DatagramOpener {
    /** What a datagram is. */
    public enum Verdict {
        AUTHENTIC,
        /** No tag at all: its sender has no key. */
        UNSEALED,
        /** The tag is wrong: another key, or damaged. */
        FORGED,
        /** It came before, or its sender started anew since. */
        REPLAYED
    }

    private static final int SENDERS_MAX = 2_048;
    private static final int STREAMS = Stream.values().length;

    private static final class Sender {
        private int incarnation;
        private ReplayWindow[] windows = new ReplayWindow[STREAMS];

        private Sender(int incarnation) {
            this.incarnation = incarnation;
        }
    }

    private final Mac mac;
    private final byte[] tag;

    /** Least recently heard first. */
    private final Map<Long, Sender> senders =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Sender> eldest) {
                    return size() > SENDERS_MAX;
                }
            };

    private long senderId;
    private int incarnation;

    public DatagramOpener(GroupKey key) {
        mac = key.datagramMac();
        tag = new byte[mac.getMacLength()];
    }

    /**
     * Judges the first {@code length} bytes; when authentic, the message begins at {@link
     * DatagramLayout#HEADER_BYTES}.
     */
    public Verdict open(byte[] bytes, int length) {
        if (!DatagramLayout.isSealed(bytes, length)) {
            return Verdict.UNSEALED;
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        int stream = bytes[DatagramLayout.STREAM_AT];
        long counter = fields.getLong(DatagramLayout.COUNTER_AT);
        if (stream < 0 || stream >= STREAMS || counter < 1) {
            return Verdict.FORGED;
        }
        senderId = fields.getLong(DatagramLayout.ID_AT);
        incarnation = fields.getInt(DatagramLayout.INCARNATION_AT);
        Sender sender = senders.get(senderId);
        if (sender != null && !isFresh(sender, stream, counter)) {
            return Verdict.REPLAYED; // Before the tag is looked at: this costs nearly nothing.
        }
        if (!isAuthentic(bytes, length)) {
            return Verdict.FORGED;
        }
        take(stream, counter);
        return Verdict.AUTHENTIC;
    }

    /** Who sent the authentic datagram opened last. */
    public long senderId() {
        return senderId;
    }

    /** Its sender's incarnation; 0 for a trader's program. */
    public int incarnation() {
        return incarnation;
    }

    /** That incarnation is surely running: datagrams of earlier ones are refused from now on. */
    public void expect(long id, int runningIncarnation) {
        Sender sender = senders.get(id);
        if (sender == null || sender.incarnation < runningIncarnation) {
            senders.put(id, new Sender(runningIncarnation));
        }
    }

    private boolean isFresh(Sender sender, int stream, long counter) {
        if (incarnation != sender.incarnation) {
            return incarnation > sender.incarnation;
        }
        return sender.windows[stream] == null || sender.windows[stream].isFresh(counter);
    }

    private boolean isAuthentic(byte[] bytes, int length) {
        mac.update(bytes, 0, DatagramLayout.TAG_AT);
        mac.update(bytes, DatagramLayout.HEADER_BYTES, length - DatagramLayout.HEADER_BYTES);
        try {
            mac.doFinal(tag, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("the buffer has the tag's length", e);
        }
        return GroupKey.isTag(tag, bytes, DatagramLayout.TAG_AT);
    }

    private void take(int stream, long counter) {
        Sender sender = senders.get(senderId);
        if (sender == null || sender.incarnation < incarnation) {
            sender = new Sender(incarnation);
            senders.put(senderId, sender);
        }
        if (sender.windows[stream] == null) {
            sender.windows[stream] = new ReplayWindow(counter);
        } else {
            sender.windows[stream].add(counter);
        }
    }
}
