package outcry.simulation.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One file of a {@link VirtualDisk}: what is read now, what is durable, and the writes between. */
final class VirtualFile {
    private static final int SECTOR_BYTES = 512;

    private record Write(int position, byte[] bytes) {}

    private final VirtualDisk disk;
    private byte[] content = new byte[0];
    private byte[] durable = new byte[0];
    private final List<Write> unsynced = new ArrayList<>();

    VirtualFile(VirtualDisk disk) {
        this.disk = disk;
    }

    byte[] content() {
        return content;
    }

    void grow(long bytes) throws IOException {
        if (bytes > content.length) {
            disk.reserve(bytes - content.length);
            content = Arrays.copyOf(content, (int) bytes);
        }
    }

    void write(int position, byte[] bytes) throws IOException {
        grow((long) position + bytes.length);
        System.arraycopy(bytes, 0, content, position, bytes.length);
        unsynced.add(new Write(position, bytes));
    }

    void force() {
        if (durable.length != content.length) {
            durable = Arrays.copyOf(durable, content.length);
        }
        for (Write write : unsynced) {
            System.arraycopy(write.bytes(), 0, durable, write.position(), write.bytes().length);
        }
        unsynced.clear();
    }

    /** Of what was not synced, any sectors may be there and others not. */
    void crash(SplittableRandom random) {
        int length = random.nextBoolean() ? durable.length : content.length;
        byte[] left = Arrays.copyOf(durable, length);
        for (Write write : unsynced) {
            int from = write.position();
            int end = Math.min(length, from + write.bytes().length);
            int wholeness = random.nextInt(4); // 0 nothing is there … 3 all is there
            while (from < end) {
                int to = Math.min(end, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
                if (random.nextInt(3) < wholeness) {
                    System.arraycopy(write.bytes(), from - write.position(), left, from, to - from);
                }
                from = to;
            }
        }
        content = left;
        durable = left.clone();
        unsynced.clear();
    }

    void flip(int offset, int bit) {
        content[offset] ^= (byte) (1 << bit);
        durable = content.clone();
    }

    void unwrite(int offset) {
        Arrays.fill(content, offset, content.length, (byte) 0);
        durable = content.clone();
    }

    void copyUnsyncedTo(VirtualFile copy) {
        copy.durable = durable.clone();
        copy.unsynced.addAll(unsynced);
    }

    VirtualFile copy(VirtualDisk newDisk) {
        VirtualFile copy = new VirtualFile(newDisk);
        copy.content = content.clone();
        copy.durable = content.clone();
        return copy;
    }
}
