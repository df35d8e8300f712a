package outcry.desktop.app;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/**
 * What a window shows. {@link Windows} makes the stage round it; a content never sees its stage.
 * All methods are called on the JavaFX thread.
 */
public interface WindowContent {

    /**
     * One word for the kind of window, such as "trader": windows of a kind share a remembered
     * place.
     */
    String kind();

    /** The title, kept current. */
    ObservableValue<String> title();

    /** The root of the scene; always the same one. */
    Parent root();

    /** Sizes in pixels at 100 % zoom. */
    Size size();

    /**
     * Style sheets of this window's own, as resource names such as {@code
     * /outcry/styles/trader.css}.
     */
    default List<String> stylesheets() {
        return List.of();
    }

    /** The window is on the screen. */
    default void shown() {}

    /** The user wants the window closed; false keeps it open. */
    default boolean mayClose() {
        return true;
    }

    /** The window is gone: stop what belongs to it. */
    void closed();

    /** Preferred and smallest size of a window. */
    record Size(double width, double height, double minWidth, double minHeight) {}
}
