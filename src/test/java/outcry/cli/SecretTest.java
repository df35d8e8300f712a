package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir private Path home;

    @Test
    void theUsersSecretIsMadeOnceAndForTheUserOnly() throws IOException, CommandFailed {
        Folders folders = Folders.of("Linux", home, Map.of());
        String secret = Secret.read(null, folders);
        assertEquals(32, secret.length());
        assertEquals(secret, Secret.read(null, folders));
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folders.secretFile())));
        }
    }

    @Test
    void aNamedFileGivesItsFirstLine() throws IOException, CommandFailed {
        Path file = home.resolve("secret");
        Files.writeString(file, "  sesame \nsecond\n");
        assertEquals("sesame", Secret.read(file, Folders.of("Linux", home, Map.of())));
    }

    @Test
    void aNamedFileThatIsMissingOrEmptyIsSaidSo() throws IOException {
        Folders folders = Folders.of("Linux", home, Map.of());
        Path file = home.resolve("secret");
        CommandFailed missing = assertThrows(CommandFailed.class, () -> Secret.read(file, folders));
        assertEquals(ExitStatus.USAGE, missing.status());
        Files.writeString(file, "\n");
        CommandFailed empty = assertThrows(CommandFailed.class, () -> Secret.read(file, folders));
        assertTrue(empty.getMessage().contains("is empty"), empty.getMessage());
    }
}
