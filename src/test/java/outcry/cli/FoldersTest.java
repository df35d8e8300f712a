package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsXdg() {
        Folders folders = Folders.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/srv/data"));
        assertEquals(HOME.resolve(".config/outcry/outcry.properties"), folders.configFile());
        assertEquals(Path.of("/srv/data/outcry/n1"), folders.node("n1"));
        assertEquals(HOME.resolve(".local/state/outcry"), folders.logs());
    }

    @Test
    void aRelativeXdgFolderCountsAsNotSet() {
        Folders folders = Folders.of("Linux", HOME, Map.of("XDG_STATE_HOME", "state"));
        assertEquals(HOME.resolve(".local/state/outcry"), folders.logs());
    }

    @Test
    void macHasItsLibrary() {
        Folders folders = Folders.of("Mac OS X", HOME, Map.of());
        Path support = HOME.resolve("Library/Application Support/Outcry");
        assertEquals(support.resolve("data/n1"), folders.node("n1"));
        assertEquals(support.resolve("secret"), folders.secretFile());
    }

    @Test
    void windowsKeepsDataLocal() {
        Folders folders = Folders.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local"));
        assertEquals(Path.of("/local/Outcry/data/n1"), folders.node("n1"));
        assertEquals(HOME.resolve("AppData/Roaming/Outcry/secret"), folders.secretFile());
    }
}
