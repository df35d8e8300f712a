package outcry.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tinylog.Logger;
import outcry.cli.FreePorts;
import outcry.client.ClientConfig;

/**
 * Where a demo takes place: loopback, ports nobody else uses, and a folder that is gone afterwards.
 */
final class Stage {
    static final String GROUP = "demo";
    static final String INTERFACE = "lo";

    private static final String MAIN_CLASS = "outcry.Main";

    private final int discoveryPort;
    private final Path folder;
    private final Path configFile;

    private Stage(int discoveryPort, Path folder) throws IOException {
        this.discoveryPort = discoveryPort;
        this.folder = folder;
        configFile = Files.createFile(folder.resolve("empty.properties"));
    }

    static Stage prepare() throws IOException {
        return new Stage(FreePorts.neighbours(), Files.createTempDirectory("outcry-demo"));
    }

    int discoveryPort() {
        return discoveryPort;
    }

    Path folder() {
        return folder;
    }

    ClientConfig client() {
        return new ClientConfig(GROUP, INTERFACE, List.of(), discoveryPort, "");
    }

    /** This program again, by the same Java and the same classes, as a headless node. */
    List<String> nodeCommand(String name, Path nodeFolder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "node",
                "--headless",
                "--name=" + name,
                "--group=" + GROUP,
                "--interface=" + INTERFACE,
                "--discovery-port=" + discoveryPort,
                "--data=" + nodeFolder.resolve("data"),
                "--founding-wait=1",
                "--config=" + configFile,
                "--while-process=" + ProcessHandle.current().pid());
    }

    /** Removes the folder with everything in it; harmless when repeated. */
    void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            Logger.warn("{} cannot be removed: {}", folder, e.getMessage());
        }
    }
}
