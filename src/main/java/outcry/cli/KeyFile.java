package outcry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import outcry.wire.seal.GroupKey;

/**
 * The file with a group's key: any bytes, the same on all computers of the group. White space at
 * its ends does not count, because editors add some.
 */
final class KeyFile {
    private static final String RIGHT =
            "a key file has "
                    + GroupKey.SECRET_BYTES_MIN
                    + " to "
                    + GroupKey.SECRET_BYTES_MAX
                    + " bytes that nobody can guess, the same for all nodes and traders of the"
                    + " group";

    private KeyFile() {}

    /** A file that cannot be a key; the message says what would be right. */
    static final class BadKeyException extends Exception {
        private static final long serialVersionUID = 1;

        BadKeyException(String message) {
            super(message);
        }
    }

    static GroupKey read(Path file, String group) throws BadKeyException {
        byte[] secret;
        try (InputStream in = Files.newInputStream(file)) {
            // One more than may be, so that a longer file is noticed and never read whole.
            byte[] bytes = in.readNBytes(GroupKey.SECRET_BYTES_MAX + 3);
            secret = stripped(bytes);
        } catch (NoSuchFileException e) {
            throw new BadKeyException("there is no key file " + file + "; " + RIGHT);
        } catch (IOException e) {
            throw new BadKeyException(
                    "cannot read the key file " + file + " (the system says: " + e + "); " + RIGHT);
        }
        if (secret.length < GroupKey.SECRET_BYTES_MIN
                || secret.length > GroupKey.SECRET_BYTES_MAX) {
            throw new BadKeyException(
                    "the key file "
                            + file
                            + " has "
                            + (secret.length < GroupKey.SECRET_BYTES_MIN
                                    ? "only " + secret.length + " bytes"
                                    : "too many bytes")
                            + "; "
                            + RIGHT);
        }
        return GroupKey.of(secret, group);
    }

    /** What to say about a file that others on this computer can read; empty when none can. */
    static String warning(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean isOpen =
                    permissions.contains(PosixFilePermission.OTHERS_READ)
                            || permissions.contains(PosixFilePermission.OTHERS_WRITE);
            return isOpen
                    ? "everybody on this computer can read the key file "
                            + file
                            + "; make it yours alone, with: chmod 600 "
                            + file
                    : "";
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // No such permissions on this platform: nothing can be said.
        }
    }

    private static byte[] stripped(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceAll("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$", "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
