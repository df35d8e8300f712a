package outcry.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of windows, for the README and for bug reports. JavaFX thread only. */
public final class Pictures {
    private Pictures() {}

    /**
     * Writes what a scene shows to a PNG file; folders are made.
     *
     * @throws IOException when the file cannot be written
     */
    public static void save(Scene scene, Path file) throws IOException {
        WritableImage image = scene.snapshot(null);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile())) {
            throw new IOException("this Java runtime cannot write PNG files");
        }
    }
}
