package outcry.desktop.app;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * The program's icon: a small order book, asks above bids. Drawn, so that it is sharp in any size.
 */
public final class WindowIcons {
    private static final int[] SIZES = {16, 32, 48, 128};

    private WindowIcons() {}

    static void set(Stage stage) {
        for (int size : SIZES) {
            stage.getIcons().add(image(size));
        }
    }

    /** The icon with {@code size} pixels a side. JavaFX thread only. */
    public static Image image(int size) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(Color.web("#161B22"));
        g.fillRoundRect(0, 0, size, size, size * 0.3, size * 0.3);
        double[] lengths = {0.66, 0.46, 0.28, 0.34, 0.54, 0.72};
        double bar = size * 0.1;
        for (int i = 0; i < lengths.length; i++) {
            g.setFill(Color.web(i < 3 ? "#F0883E" : "#58A6FF"));
            double y = size * 0.12 + i * size * 0.128 + (i < 3 ? 0 : size * 0.03);
            g.fillRect(size * 0.14, y, size * lengths[i], bar);
        }
        new Scene(new javafx.scene.Group(canvas));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return canvas.snapshot(parameters, null);
    }
}
