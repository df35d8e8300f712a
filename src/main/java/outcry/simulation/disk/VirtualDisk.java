package outcry.simulation.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import outcry.journal.Disk;
import outcry.journal.DiskFile;

/**
 * A folder in memory that knows what of it is durable. A {@link #crash} loses what was not synced,
 * or a part of it; bits can be flipped; it can be full. Everything random is drawn from the source
 * given. Threads may share it.
 */
public final class VirtualDisk implements Disk {
    private TreeMap<String, VirtualFile> names = new TreeMap<>();
    private TreeMap<String, VirtualFile> durableNames = new TreeMap<>();
    private long capacityBytes = Long.MAX_VALUE;
    private int run;
    private int fuse = -1;

    /** Room for so many bytes in all files together; fewer than there are is allowed. */
    public synchronized void setCapacity(long bytes) {
        capacityBytes = bytes;
    }

    /** What all files together hold. */
    public synchronized long usedBytes() {
        long bytes = 0;
        for (VirtualFile file : names.values()) {
            bytes += file.content().length;
        }
        return bytes;
    }

    /**
     * The machine dies and starts again: of every write not synced nothing, a part, or all is
     * there; names not synced are there or not. Files that are open are so no more.
     */
    public synchronized void crash(SplittableRandom random) {
        run++;
        fuse = -1;
        if (random.nextBoolean()) {
            names = new TreeMap<>(durableNames);
        }
        for (VirtualFile file : names.values()) {
            file.crash(random);
        }
        durableNames = new TreeMap<>(names);
    }

    /** After so many more changes every call fails, until {@link #crash} or {@link #kill}. */
    public synchronized void failAfter(int changes) {
        fuse = changes;
    }

    /** The process dies, the machine does not: all that was written is there. */
    public synchronized void kill() {
        run++;
        fuse = -1;
    }

    /** It is another disk: everything is gone, and there is room. No file may be open. */
    public synchronized void wipe() {
        run++;
        fuse = -1;
        capacityBytes = Long.MAX_VALUE;
        names = new TreeMap<>();
        durableNames = new TreeMap<>();
    }

    /** Flips one bit of a file, as decay does: it is durable. */
    public synchronized void flip(String name, int offset, int bit) {
        names.get(name).flip(offset, bit);
    }

    /** Sets everything from {@code offset} on to zero, as if it had never been written. */
    public synchronized void unwrite(String name, int offset) {
        names.get(name).unwrite(offset);
    }

    /** What a file holds. */
    public synchronized byte[] content(String name) {
        return names.get(name).content().clone();
    }

    /** An independent copy, with nothing unsynced. */
    public synchronized VirtualDisk copy() {
        VirtualDisk copy = new VirtualDisk();
        names.forEach((name, file) -> copy.names.put(name, file.copy(copy)));
        copy.durableNames = new TreeMap<>(copy.names);
        copy.capacityBytes = capacityBytes;
        return copy;
    }

    /** An independent copy, which can lose what is not synced here. */
    public synchronized VirtualDisk copyWithUnsynced() {
        VirtualDisk copy = copy();
        names.forEach((name, file) -> file.copyUnsyncedTo(copy.names.get(name)));
        copy.durableNames = new TreeMap<>();
        durableNames.forEach(
                (name, file) -> {
                    String now = nameOf(file);
                    copy.durableNames.put(
                            name, now == null ? file.copy(copy) : copy.names.get(now));
                });
        return copy;
    }

    private String nameOf(VirtualFile file) {
        for (String name : names.keySet()) {
            if (names.get(name) == file) {
                return name;
            }
        }
        return null;
    }

    @Override
    public synchronized List<String> list() {
        return new ArrayList<>(names.keySet());
    }

    @Override
    public synchronized DiskFile create(String name, long bytes) throws IOException {
        change();
        names.remove(name);
        VirtualFile file = new VirtualFile(this);
        names.put(name, file);
        file.grow(bytes);
        file.force();
        return new Handle(file);
    }

    @Override
    public synchronized DiskFile open(String name) throws IOException {
        VirtualFile file = names.get(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return new Handle(file);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        change();
        VirtualFile file = names.remove(from);
        if (file == null) {
            throw new FileNotFoundException(from);
        }
        names.put(to, file);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        change();
        names.remove(name);
    }

    @Override
    public synchronized void syncNames() throws IOException {
        change();
        durableNames = new TreeMap<>(names);
    }

    @Override
    public String describe(String name) {
        return "disk/" + name;
    }

    private void change() throws IOException {
        if (fuse == 0) {
            throw new IOException("the disk is gone");
        } else if (fuse > 0) {
            fuse--;
        }
    }

    void reserve(long moreBytes) throws IOException {
        if (capacityBytes != Long.MAX_VALUE && usedBytes() + moreBytes > capacityBytes) {
            throw new IOException("No space left on device");
        }
    }

    /** A file as one run of a process has it open. */
    private final class Handle implements DiskFile {
        private final VirtualFile file;
        private final int openedIn = run;
        private boolean isClosed;

        private Handle(VirtualFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            synchronized (VirtualDisk.this) {
                check();
                return file.content().length;
            }
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            synchronized (VirtualDisk.this) {
                check();
                byte[] content = file.content();
                int count = (int) Math.min(target.remaining(), content.length - position);
                if (count > 0) {
                    target.put(content, (int) position, count);
                }
            }
        }

        @Override
        public void write(long position, ByteBuffer source) throws IOException {
            synchronized (VirtualDisk.this) {
                check();
                change();
                byte[] bytes = new byte[source.remaining()];
                source.get(bytes);
                file.write((int) position, bytes);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (VirtualDisk.this) {
                check();
                change();
                file.force();
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }

        private void check() throws IOException {
            if (isClosed || openedIn != run) {
                throw new IOException("the file is closed");
            }
        }
    }
}
