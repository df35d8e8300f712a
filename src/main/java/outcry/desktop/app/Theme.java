package outcry.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/** The two looks. Everything but the colours is in {@code outcry.css}. */
public enum Theme {
    DARK("/outcry/styles/dark.css"),
    LIGHT("/outcry/styles/light.css");

    private static final String COMMON = "/outcry/styles/outcry.css";

    private final String colours;

    Theme(String colours) {
        this.colours = colours;
    }

    /** Makes this the look of all controls of the process. */
    void install() {
        Application.setUserAgentStylesheet(
                this == DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    /** Gives the scene this look, and the window's own sheets on top of it. */
    void apply(Scene scene, List<String> own) {
        scene.getStylesheets().setAll(url(colours), url(COMMON));
        for (String sheet : own) {
            scene.getStylesheets().add(url(sheet));
        }
    }

    private static String url(String resource) {
        var found = Theme.class.getResource(resource);
        if (found == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        return found.toExternalForm();
    }
}
