package outcry.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The secret that opens an account and logs in to it. */
final class Secret {
    private static final int RANDOM_BYTES = 16;

    private Secret() {}

    /**
     * The first line of {@code file}; when null, that of this user's own secret file, which is made
     * on first use and readable by nobody else.
     */
    static String read(Path file, Folders folders) throws CommandFailed {
        Path path = file == null ? folders.secretFile() : file;
        try {
            if (file == null && !Files.exists(path)) {
                make(path);
            }
            String secret = Files.readString(path).lines().findFirst().orElse("").strip();
            if (secret.isEmpty()) {
                throw new CommandFailed(
                        ExitStatus.USAGE,
                        "the secret file " + path + " is empty: its first line is the secret");
            }
            return secret;
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitStatus.USAGE,
                    "cannot read the secret file "
                            + path
                            + ": its first line is the secret (the system says: "
                            + e
                            + ")");
        }
    }

    /** Two first uses at the same moment agree: the file that is there first stays. */
    private static void make(Path path) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(path.getParent());
        Path draft = Files.createTempFile(path.getParent(), "secret", "", onlyForOwner());
        try {
            Files.writeString(
                    draft,
                    HexFormat.of().formatHex(random) + System.lineSeparator(),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.TRUNCATE_EXISTING);
            publish(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void publish(Path draft, Path path) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            return; // Made by another process meanwhile: its secret counts.
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path);
        }
    }

    private static FileAttribute<?>[] onlyForOwner() {
        Set<String> kinds = FileSystems.getDefault().supportedFileAttributeViews();
        return kinds.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
