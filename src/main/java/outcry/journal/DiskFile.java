package outcry.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file of a {@link Disk}. Not for several threads at once. */
public interface DiskFile extends Closeable {
    /** Its length in bytes. */
    long size() throws IOException;

    /** Fills {@code target} from {@code position} on, or up to the end of the file. */
    void read(long position, ByteBuffer target) throws IOException;

    /** Writes all of {@code source} at {@code position}; not durable before {@link #force}. */
    void write(long position, ByteBuffer source) throws IOException;

    /** Returns when everything written is durable. */
    void force() throws IOException;
}
