package outcry.desktop.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled fonts: JetBrains Mono for numbers, Open Sans for text. */
final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf",
                    "OpenSans-Regular.ttf",
                    "OpenSans-Bold.ttf");

    private Fonts() {}

    /** Makes the fonts known to JavaFX; harmless when repeated. */
    static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/outcry/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 0) == null) {
                    throw new IllegalStateException("font " + file + " cannot be loaded");
                }
            } catch (IOException e) {
                throw new UncheckedIOException("font " + file + " cannot be read", e);
            }
        }
    }
}
