package outcry.desktop.trader.connection;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import outcry.desktop.parts.Banner;

/** The banner under the status strip. */
public final class BannerPane extends StackPane {
    private final Banner banner = new Banner();
    private final Button dismiss = new Button("Dismiss");
    private final Button reconnect = new Button("Reconnect");

    public BannerPane(BannerModel model, Runnable onReconnect) {
        banner.setId("banner");
        dismiss.setId("banner-dismiss");
        dismiss.setOnAction(e -> model.dismiss());
        reconnect.setId("banner-reconnect");
        reconnect.setOnAction(e -> onReconnect.run());
        getChildren().add(banner);
        managedProperty().bind(banner.managedProperty());
        model.bannerProperty().addListener((o, before, now) -> show(now));
        show(model.bannerProperty().get());
    }

    /** What it says now; empty in the normal state. */
    public String text() {
        return banner.text();
    }

    private void show(BannerText text) {
        if (text == null) {
            banner.hide();
            return;
        }
        switch (text.action()) {
            case DISMISS -> banner.show(text.glyph(), text.text(), text.tone(), dismiss);
            case RECONNECT -> banner.show(text.glyph(), text.text(), text.tone(), reconnect);
            case NONE -> banner.show(text.glyph(), text.text(), text.tone());
        }
    }
}
