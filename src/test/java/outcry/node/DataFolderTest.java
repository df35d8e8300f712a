package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path temp;

    @Test
    void g31_theIdStaysAndEachStartIsANewIncarnation() throws IOException {
        Path folder = temp.resolve("deep/down/n1");
        long id;
        try (DataFolder first = DataFolder.open(folder)) {
            id = first.id();
            assertNotEquals(0, id);
            assertEquals(1, first.incarnation());
        }
        for (int incarnation = 2; incarnation < 13; incarnation++) {
            try (DataFolder again = DataFolder.open(folder)) {
                assertEquals(id, again.id());
                assertEquals(incarnation, again.incarnation());
            }
        }
    }

    @Test
    void twoFoldersAreTwoNodes() throws IOException {
        try (DataFolder one = DataFolder.open(temp.resolve("n1"));
                DataFolder other = DataFolder.open(temp.resolve("n2"))) {
            assertNotEquals(one.id(), other.id());
        }
    }

    @Test
    void aFolderInUseIsRefusedAndUnharmed() throws IOException {
        try (DataFolder first = DataFolder.open(temp)) {
            IOException refused = assertThrows(IOException.class, () -> DataFolder.open(temp));
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
            assertTrue(refused.getMessage().contains("--data"), refused.getMessage());
            assertEquals(1, first.incarnation());
        }
        try (DataFolder again = DataFolder.open(temp)) {
            assertEquals(2, again.incarnation());
        }
    }

    @Test
    void aDamagedFileIsRefusedWithItsNameAndLeftAsItIs() throws IOException {
        DataFolder.open(temp).close();
        Path file = temp.resolve("node.properties");
        String good = Files.readString(file);
        List<String> damaged =
                List.of(
                        "",
                        good.substring(0, good.length() - 1),
                        good.substring(0, good.length() / 2),
                        good.replace("id=", "ID="),
                        good.replaceAll("id=.*", "id=0000000000000000"),
                        good.replace("incarnation=1", "incarnation=0"),
                        good.replace("incarnation=1", "incarnation=-1"),
                        good.replace("incarnation=1", "incarnation=9999999999"),
                        good + "\n",
                        "\0".repeat(good.length()));
        for (String text : damaged) {
            Files.writeString(file, text);
            IOException refused =
                    assertThrows(IOException.class, () -> DataFolder.open(temp), text);
            assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
            assertEquals(text, Files.readString(file));
        }
        Files.writeString(file, good);
        DataFolder.open(temp).close();
    }

    @Test
    void aHalfWrittenFileOfAStartThatDiedDoesNoHarm() throws IOException {
        DataFolder.open(temp).close();
        Files.writeString(temp.resolve("node.properties.new"), "# Identity of");
        try (DataFolder again = DataFolder.open(temp)) {
            assertEquals(2, again.incarnation());
        }
        assertFalse(Files.exists(temp.resolve("node.properties.new")));
    }

    @Test
    void aPlaceThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        IOException refused = assertThrows(IOException.class, () -> DataFolder.open(file));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }
}
