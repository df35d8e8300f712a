package outcry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program's source files, for tests that read them. */
final class Sources {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    private Sources() {}

    static List<Path> main() throws IOException {
        return below(MAIN);
    }

    static List<Path> test() throws IOException {
        return below(TEST);
    }

    /** Whether {@code file} belongs to the package of that name, or one below it. */
    static boolean isIn(Path file, String name) {
        return file.startsWith(MAIN.resolve("outcry").resolve(name));
    }

    static String withoutComments(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
