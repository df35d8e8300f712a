package outcry.node;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/**
 * What a node keeps between its starts: its random id, and how often it was started. The new
 * incarnation is on disk before {@link #open} returns, so that no two starts ever speak in one name
 * (G31). A lock keeps a second process out of the folder. Not for several threads at once.
 */
final class DataFolder implements Closeable {
    private static final String FILE = "node.properties";
    private static final String LOCK = "lock";

    /** A crashed node of this same process, or a dying process, may hold the lock a moment more. */
    private static final long LOCK_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LOCK_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final FileChannel lock;
    private final Identity identity;

    private DataFolder(FileChannel lock, Identity identity) {
        this.lock = lock;
        this.identity = identity;
    }

    /**
     * Opens the folder, which is made when it is not there, and counts a start.
     *
     * @throws IOException with a sentence that says what would help
     */
    static DataFolder open(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "the data folder "
                            + folder
                            + " cannot be made ("
                            + e
                            + "); name another with --data",
                    e);
        }
        FileChannel lock = lock(folder);
        try {
            Path file = folder.resolve(FILE);
            Identity identity =
                    Files.exists(file)
                            ? Identity.parse(file, Files.readString(file)).nextStart(file)
                            : new Identity(newId(), 1);
            write(folder, identity);
            return new DataFolder(lock, identity);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** The node's random id, never 0. */
    long id() {
        return identity.id();
    }

    /** Counts the starts, from 1. */
    int incarnation() {
        return identity.incarnation();
    }

    /** Gives the folder free for another process. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            Logger.warn("releasing the data folder's lock: {}", e.getMessage());
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "the data folder "
                            + folder
                            + " cannot be written ("
                            + e
                            + "); name another with --data",
                    e);
        }
        long deadlineNanos = System.nanoTime() + LOCK_WAIT_NANOS;
        while (!isLocked(channel)) {
            if (System.nanoTime() - deadlineNanos > 0) {
                channel.close();
                throw new IOException(
                        "the data folder "
                                + folder
                                + " is in use by a running node; stop that one, or name another"
                                + " folder with --data");
            }
            LockSupport.parkNanos(LOCK_RETRY_NANOS);
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // Held by a node of this same process.
        }
    }

    /** Writes aside, makes durable, renames: there is always one whole file. */
    private static void write(Path folder, Identity identity) throws IOException {
        Path aside = folder.resolve(FILE + ".new");
        Path file = folder.resolve(FILE);
        try {
            try (FileChannel out =
                    FileChannel.open(
                            aside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes =
                        ByteBuffer.wrap(identity.toText().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            move(aside, file);
            forceFolder(folder);
        } catch (IOException e) {
            throw new IOException("the file " + file + " cannot be written (" + e + ")", e);
        }
    }

    private static void move(Path aside, Path file) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the rename itself durable, where the system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; there the rename is journalled by the file system.
            Logger.debug("the folder {} cannot be synced: {}", folder, e.getMessage());
        }
    }

    private static long newId() {
        SecureRandom random = new SecureRandom();
        long id = 0;
        while (id == 0) {
            id = random.nextLong();
        }
        return id;
    }
}
