package outcry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the operating system. */
public final class FolderDisk implements Disk {
    private static final int ZEROS_BYTES = 1 << 16;
    private static final boolean CAN_SYNC_FOLDERS =
            !System.getProperty("os.name", "").startsWith("Windows");

    private final Path folder;

    /**
     * @throws IOException when the folder is not there and cannot be made
     */
    public FolderDisk(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    @Override
    public DiskFile create(String name, long bytes) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_BYTES);
            OpenFile file = new OpenFile(channel);
            for (long position = 0; position < bytes; position += ZEROS_BYTES) {
                zeros.clear().limit((int) Math.min(ZEROS_BYTES, bytes - position));
                file.write(position, zeros);
            }
            channel.force(true);
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new OpenFile(
                FileChannel.open(
                        folder.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        try {
            Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(
                    folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void syncNames() throws IOException {
        if (CAN_SYNC_FOLDERS) { // Windows opens no folder; its file system journals names itself.
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public String describe(String name) {
        return folder.resolve(name).toString();
    }

    private static final class OpenFile implements DiskFile {
        private final FileChannel channel;

        private OpenFile(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            long from = position;
            while (target.hasRemaining()) {
                int count = channel.read(target, from);
                if (count < 0) {
                    return;
                }
                from += count;
            }
        }

        @Override
        public void write(long position, ByteBuffer source) throws IOException {
            long to = position;
            while (source.hasRemaining()) {
                to += channel.write(source, to);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
