package outcry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every source file keeps to, whoever wrote it. */
class TidyTest {
    private static final int MAIN_LINES_MAX = 500;
    private static final int TEST_LINES_MAX = 600;

    // Split so that this file does not find itself.
    private static final Pattern UNFINISHED = Pattern.compile("TO" + "DO|FIX" + "ME|XX" + "X");

    @Test
    void filesFitInTheHead() throws IOException {
        List<String> found = new ArrayList<>();
        longerThan(MAIN_LINES_MAX, Sources.main(), found);
        longerThan(TEST_LINES_MAX, Sources.test(), found);
        assertEquals(List.of(), found);
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : all()) {
            if (UNFINISHED.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path file : Sources.main()) {
            Path folder = file.getParent();
            boolean isRoot = folder.endsWith("outcry");
            if (!isRoot && !Files.exists(folder.resolve("package-info.java"))) {
                found.add(folder);
            }
        }
        assertEquals(Set.of(), found);
    }

    private static void longerThan(int linesMax, List<Path> files, List<String> found)
            throws IOException {
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > linesMax) {
                found.add(file + " has " + lines + " lines, at most " + linesMax);
            }
        }
    }

    private static List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>(Sources.main());
        files.addAll(Sources.test());
        return files;
    }
}
