package outcry.desktop.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.tinylog.Logger;

/**
 * What the desktop remembers: theme, zoom, where windows were, and the secrets typed for accounts
 * other than the user's own. A few lines of JSON in a file only its user can read, written at each
 * change: small enough not to be felt on the JavaFX thread, where all methods are called.
 *
 * <p>A file that cannot be read or written costs the memory of settings, never the window.
 */
public final class Settings {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Null: keep nothing. */
    private final Path file;

    private final TreeMap<String, String> values = new TreeMap<>();

    private Settings(Path file) {
        this.file = file;
    }

    /** Settings kept in {@code folder}. */
    public static Settings load(Path folder) {
        Settings settings = new Settings(folder.resolve("desktop.json"));
        settings.read();
        return settings;
    }

    /** Settings that are forgotten at the end of the process: for tests and pictures. */
    public static Settings forgetful() {
        return new Settings(null);
    }

    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    public double get(String key, double otherwise) {
        String text = values.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            Logger.warn("setting {} is not a number: {}; using {}", key, text, otherwise);
            return otherwise;
        }
    }

    public void put(String key, String value) {
        if (!value.equals(values.put(key, value))) {
            write();
        }
    }

    public void put(String key, double value) {
        put(key, Double.toString(value));
    }

    /** The secret the user typed for an account of a group; {@code otherwise} when none. */
    public String secretOf(String group, String account, String otherwise) {
        return get(secretKey(group, account), otherwise);
    }

    public void keepSecret(String group, String account, String secret) {
        put(secretKey(group, account), secret);
    }

    private static String secretKey(String group, String account) {
        return "secret." + group + "." + account;
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Map<String, String> read =
                    GSON.fromJson(
                            Files.readString(file),
                            new TypeToken<Map<String, String>>() {}.getType());
            if (read != null) {
                values.putAll(read);
            }
        } catch (IOException | JsonParseException e) {
            Logger.warn("settings in {} cannot be read, starting afresh: {}", file, e.getMessage());
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            // Written beside and moved, so that a crash leaves the old file or the new one.
            Path fresh = Files.createTempFile(file.getParent(), "desktop", ".tmp");
            Files.writeString(fresh, GSON.toJson(values) + "\n");
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Logger.warn("settings cannot be kept in {}: {}", file, e.toString());
        }
    }
}
