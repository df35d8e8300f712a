package outcry.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Java processes with this test's class path. */
final class Jvm {
    private Jvm() {}

    /** The virtual machine and its options, up to where the main class goes. */
    static List<String> command(Path folder, String memory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC", // Many processes on few cores.
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "-cp",
                System.getProperty("java.class.path"));
    }

    /** Starts a process that finds no settings but those it is given. */
    static Process start(List<String> command, Path home, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OUTCRY_"));
        for (String kind : List.of("CONFIG", "DATA", "STATE")) {
            builder.environment().put("XDG_" + kind + "_HOME", home.toString());
        }
        return builder.start();
    }
}
