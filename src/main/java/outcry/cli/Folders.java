package outcry.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where settings, data and logs go on this platform: the XDG base directories on Linux, their
 * counterparts on macOS and Windows. Nothing is created here.
 */
public final class Folders {
    private static final String NAME = "outcry";
    private static final String DISPLAY_NAME = "Outcry";

    private final Path settings;
    private final Path data;
    private final Path logs;

    private Folders(Path settings, Path data, Path logs) {
        this.settings = settings;
        this.data = data;
        this.logs = logs;
    }

    /** The folders of the user who runs this program. */
    public static Folders ofThisUser() {
        return of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Folders of(String platform, Path home, Map<String, String> environment) {
        String system = platform.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local = base(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            Path roaming = base(environment, "APPDATA", home.resolve("AppData/Roaming"));
            return new Folders(
                    roaming.resolve(DISPLAY_NAME),
                    local.resolve(DISPLAY_NAME).resolve("data"),
                    local.resolve(DISPLAY_NAME).resolve("logs"));
        }
        if (system.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support").resolve(DISPLAY_NAME);
            return new Folders(
                    support,
                    support.resolve("data"),
                    home.resolve("Library/Logs").resolve(DISPLAY_NAME));
        }
        return new Folders(
                base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME),
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME));
    }

    /** What the user chose, in files. */
    public Path settings() {
        return settings;
    }

    /** The configuration file read when no other is named. */
    public Path configFile() {
        return settings.resolve("outcry.properties");
    }

    /** The secret of this user's accounts when no other is named. */
    public Path secretFile() {
        return settings.resolve("secret");
    }

    /** What the node of that name keeps between its starts. */
    public Path node(String name) {
        return data.resolve(name);
    }

    public Path logs() {
        return logs;
    }

    /** XDG: a variable that is empty or not absolute counts as not set. */
    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
