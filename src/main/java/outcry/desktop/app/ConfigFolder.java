package outcry.desktop.app;

import java.nio.file.Path;
import java.util.Locale;

/** Where this platform wants a program's settings. */
final class ConfigFolder {
    private ConfigFolder() {}

    static Path path() {
        return path(System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    private static Path path(String system, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String roaming = System.getenv("APPDATA");
            return roaming == null ? Path.of(home, "Outcry") : Path.of(roaming, "Outcry");
        }
        if (name.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Outcry");
        }
        String xdg = System.getenv("XDG_CONFIG_HOME");
        return xdg == null || xdg.isBlank()
                ? Path.of(home, ".config", "outcry")
                : Path.of(xdg, "outcry");
    }
}
