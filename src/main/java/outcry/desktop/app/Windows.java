package outcry.desktop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tinylog.Logger;

/**
 * The only class that opens windows. Gives each the theme, the fonts, the zoom keys and the place
 * it had last time. JavaFX thread only.
 */
public final class Windows {
    /** Share of the screen's height a window gets when all are spread. */
    private static final double SPREAD = 0.55;

    private static final double ZOOM_MIN = 0.7;
    private static final double ZOOM_MAX = 3.0;

    /** 1 em at 100 % zoom; every size in the style sheets is in em. */
    private static final double EM_PIXELS = 13;

    private final Settings settings;
    private final List<OpenWindow> open = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.DARK);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyObjectWrapper<Palette> palette =
            new ReadOnlyObjectWrapper<>(Palette.SAFE);
    private Runnable onLastClosed = () -> {};

    private record OpenWindow(WindowContent content, Stage stage) {}

    /** One per process; see {@link Desktop#launch}. Tests make their own. */
    public Windows(Settings settings) {
        this.settings = settings;
        Fonts.load();
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, e) -> Logger.error(e, "a window's action failed"));
        theme.set(
                settings.get("theme", "dark").equalsIgnoreCase("light") ? Theme.LIGHT : Theme.DARK);
        theme.get().install();
        palette.set(
                settings.get("palette", "safe").equalsIgnoreCase("classic")
                        ? Palette.CLASSIC
                        : Palette.SAFE);
        zoom.set(clampZoom(settings.get("zoom", 1)));
    }

    /** Opens a window round {@code content} and shows it. */
    public Stage open(WindowContent content) {
        Stage stage = new Stage();
        Scene scene = new Scene(content.root());
        OpenWindow window = new OpenWindow(content, stage);
        if (!content.root().getStyleClass().contains("outcry")) {
            content.root().getStyleClass().add("outcry");
        }
        theme.get().apply(scene, content.stylesheets());
        applyZoom(content);
        palette.get().apply(content.root());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::zoomKeys);
        stage.setScene(scene);
        stage.titleProperty().bind(content.title());
        WindowIcons.set(stage);
        WindowPlace place = new WindowPlace(settings, content.kind(), content.size());
        place.restore(stage, open.size());
        stage.setOnCloseRequest(
                event -> {
                    if (!content.mayClose()) {
                        event.consume();
                    }
                });
        stage.setOnHidden(
                event -> {
                    place.keep(stage);
                    gone(window);
                });
        open.add(window);
        stage.show();
        content.shown();
        return stage;
    }

    /** Closes a window without asking. Nothing happens when it is closed already. */
    public void close(WindowContent content) {
        for (OpenWindow window : List.copyOf(open)) {
            if (window.content == content) {
                window.stage.hide();
            }
        }
    }

    /** What is open now, oldest first. */
    public List<WindowContent> open() {
        return open.stream().map(OpenWindow::content).toList();
    }

    /**
     * Spreads all windows over the primary screen so that each shows at least its upper part: the
     * latest one below, in front, all others in a row above.
     */
    public void spread() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        int above = open.size() - 1;
        for (int i = 0; i < open.size(); i++) {
            Stage stage = open.get(i).stage;
            WindowContent.Size size = open.get(i).content.size();
            boolean front = i == above;
            double wanted = front || above == 0 ? size.width() : screen.getWidth() / above;
            double width = Math.min(screen.getWidth(), Math.max(size.minWidth(), wanted));
            double height =
                    Math.min(
                            screen.getHeight(),
                            Math.max(
                                    size.minHeight(),
                                    Math.min(size.height(), screen.getHeight() * SPREAD)));
            stage.setMaximized(false);
            stage.setWidth(width);
            stage.setHeight(height);
            double right = screen.getWidth() - width;
            double across = front ? 0.5 : above == 1 ? 0 : (double) i / (above - 1);
            stage.setX(screen.getMinX() + right * across);
            stage.setY(front ? screen.getMaxY() - height : screen.getMinY());
            stage.toFront();
        }
    }

    /** Called once each time the last window has been closed. */
    public void onLastClosed(Runnable action) {
        onLastClosed = action;
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public void setTheme(Theme chosen) {
        theme.set(chosen);
        settings.put("theme", chosen.name().toLowerCase(Locale.ROOT));
        chosen.install();
        open.forEach(w -> chosen.apply(w.stage.getScene(), w.content.stylesheets()));
    }

    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    public void setPalette(Palette chosen) {
        palette.set(chosen);
        settings.put("palette", chosen.name().toLowerCase(Locale.ROOT));
        open.forEach(w -> chosen.apply(w.content.root()));
    }

    /** Size of everything, 1 = 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Sets the size of everything in all windows; taken to the nearest of 70 % to 300 %. */
    public void setZoom(double factor) {
        zoom.set(clampZoom(factor));
        settings.put("zoom", zoom.get());
        open.forEach(w -> applyZoom(w.content));
    }

    /** What the desktop remembers from one start to the next. */
    public Settings settings() {
        return settings;
    }

    private void gone(OpenWindow window) {
        if (open.remove(window)) {
            window.stage.titleProperty().unbind();
            window.content.closed();
            if (open.isEmpty()) {
                Platform.runLater(onLastClosed);
            }
        }
    }

    private void zoomKeys(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> setZoom(zoom.get() + 0.1);
            case MINUS, SUBTRACT -> setZoom(zoom.get() - 0.1);
            case DIGIT0, NUMPAD0 -> setZoom(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /**
     * The one inline style of the program: a number only known while running, which em builds on.
     */
    private void applyZoom(WindowContent content) {
        content.root()
                .setStyle(
                        String.format(
                                Locale.ROOT, "-fx-font-size: %.2fpx;", EM_PIXELS * zoom.get()));
    }

    private static double clampZoom(double factor) {
        return Math.round(Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, factor)) * 10) / 10.0;
    }
}
