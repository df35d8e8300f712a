package outcry.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import outcry.client.ConnectionStatus.FoundNode;
import outcry.client.Lookout;

/**
 * The name of a node: the one asked for, or else the first of n1, n2, … that no node of the group
 * answers to and whose folder no other process on this computer uses. A chosen name is kept for
 * this process until closed.
 */
final class NodeName implements AutoCloseable {
    private static final int NUMBER_MAX = 99;

    /** Nodes announce themselves every 500 ms. */
    private static final long LISTEN_NANOS = 700_000_000L;

    private final String text;
    private final FileChannel lockFile;

    private NodeName(String text, FileChannel lockFile) {
        this.text = text;
        this.lockFile = lockFile;
    }

    static NodeName choose(NodeOptions node, GroupOptions group, Folders folders)
            throws CommandFailed, InterruptedException {
        if (!node.name().isEmpty()) {
            return new NodeName(node.name(), null);
        }
        try {
            Set<String> taken = heard(group);
            for (int number = 1; number <= NUMBER_MAX; number++) {
                String name = "n" + number;
                if (taken.contains(name)) {
                    continue;
                }
                if (node.hasDataFolder()) {
                    return new NodeName(name, null);
                }
                FileChannel lockFile = tryLock(folders.node(name));
                if (lockFile != null) {
                    return new NodeName(name, lockFile);
                }
            }
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "cannot choose a name for the node, give one with --name: " + e.getMessage());
        }
        throw new CommandFailed(
                ExitStatus.FAILED,
                "n1 to n" + NUMBER_MAX + " are all taken: give the node a name with --name");
    }

    String text() {
        return text;
    }

    @Override
    public void close() {
        if (lockFile != null) {
            try {
                lockFile.close();
            } catch (IOException e) {
                throw new IllegalStateException("cannot give the name " + text + " back", e);
            }
        }
    }

    private static Set<String> heard(GroupOptions group) throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        try (Lookout lookout = Lookout.open(group.client(""))) {
            lookout.listen(LISTEN_NANOS);
            for (FoundNode node : lookout.heard()) {
                names.add(node.name());
            }
        }
        return names;
    }

    /** The open lock file, or null when another process has it. */
    private static FileChannel tryLock(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(
                        folder.resolve("name.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // Held within this process: taken like any other.
            file.close();
            return null;
        }
        file.close();
        return null;
    }
}
