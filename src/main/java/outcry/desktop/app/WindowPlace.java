package outcry.desktop.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where windows of a kind were last time, and where they go now: always on a visible screen. */
final class WindowPlace {
    private static final double CASCADE = 28;
    private static final double VISIBLE_MIN = 80;

    private final Settings settings;
    private final String prefix;
    private final WindowContent.Size size;

    WindowPlace(Settings settings, String kind, WindowContent.Size size) {
        this.settings = settings;
        this.prefix = "window." + kind + ".";
        this.size = size;
    }

    /**
     * Places a stage not shown yet; {@code others} open windows shift it, so that it hides none.
     */
    void restore(Stage stage, int others) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = settings.get(prefix + "width", size.width());
        double height = settings.get(prefix + "height", size.height());
        double x = settings.get(prefix + "x", screen.getMinX() + (screen.getWidth() - width) / 2);
        double y = settings.get(prefix + "y", screen.getMinY() + (screen.getHeight() - height) / 2);
        x += others * CASCADE;
        y += others * CASCADE;
        if (Screen.getScreensForRectangle(x, y, VISIBLE_MIN, VISIBLE_MIN).isEmpty()) {
            x = screen.getMinX();
            y = screen.getMinY();
        }
        stage.setMinWidth(Math.min(size.minWidth(), screen.getWidth()));
        stage.setMinHeight(Math.min(size.minHeight(), screen.getHeight()));
        stage.setWidth(Math.max(size.minWidth(), Math.min(width, screen.getWidth())));
        stage.setHeight(Math.max(size.minHeight(), Math.min(height, screen.getHeight())));
        stage.setX(Math.max(x, screen.getMinX()));
        stage.setY(Math.max(y, screen.getMinY()));
        stage.setMaximized(settings.get(prefix + "maximized", "false").equals("true"));
    }

    void keep(Stage stage) {
        settings.put(prefix + "maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            settings.put(prefix + "x", stage.getX());
            settings.put(prefix + "y", stage.getY());
            settings.put(prefix + "width", stage.getWidth());
            settings.put(prefix + "height", stage.getHeight());
        }
    }
}
