package outcry.desktop.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The signs that go with words: one per meaning, the same in all windows. */
public enum Glyph {
    LIVE(Material2MZ.RADIO_BUTTON_CHECKED),
    SEARCHING(Material2MZ.SEARCH),
    CONNECTING(Material2MZ.SYNC),
    STALE(Material2AL.HOURGLASS_EMPTY),
    ELECTING(Material2AL.HOW_TO_VOTE),
    DISCONNECTED(Material2AL.LINK_OFF),
    /** The leader's crown. */
    CROWN(null),
    MEMBERS(Material2MZ.PEOPLE),
    LATENCY(Material2MZ.SPEED),
    INFO(Material2AL.INFO),
    WARNING(Material2MZ.WARNING),
    ALARM(Material2AL.ERROR),
    LOCK(Material2AL.LOCK),
    PAUSE(Material2MZ.PAUSE),
    SENT(Material2MZ.SCHEDULE),
    ACCEPTED(Material2MZ.RADIO_BUTTON_UNCHECKED),
    PARTLY_FILLED(Material2MZ.TIMELAPSE),
    FILLED(Material2AL.CHECK_CIRCLE),
    CANCELLED(Material2AL.BLOCK),
    REJECTED(Material2AL.CANCEL),
    UNKNOWN(Material2AL.HELP),
    CLOSE(Material2AL.CLOSE),
    EDIT(Material2AL.EDIT),
    UP(Material2AL.ARROW_UPWARD),
    DOWN(Material2AL.ARROW_DOWNWARD),
    SAME(Material2MZ.REMOVE),
    CRASH(Material2AL.FLASH_ON),
    LEAVE(Material2AL.EXIT_TO_APP),
    RESTART(Material2MZ.REPLAY),
    JOIN(Material2AL.LOGIN),
    CENTRE(Material2AL.CENTER_FOCUS_STRONG),
    KEYBOARD(Material2AL.KEYBOARD),
    ACCOUNT(Material2AL.ACCOUNT_CIRCLE),
    THEME(Material2AL.BRIGHTNESS_6),
    BOOK(Material2MZ.VIEW_LIST),
    CHART(Material2MZ.SHOW_CHART),
    STAR(Material2MZ.STAR),
    ADD(Material2AL.ADD),
    FOLLOWER(Material2AL.FIBER_MANUAL_RECORD),
    CUT_OFF(Material2AL.CONTENT_CUT),
    FROZEN(Material2AL.AC_UNIT),
    COPY(Material2AL.CONTENT_COPY);

    private final Ikon ikon;

    Glyph(Ikon ikon) {
        this.ikon = ikon;
    }

    /** A new node showing the sign, in the size and colour of the text it stands beside. */
    public Node node() {
        if (ikon == null) {
            Region crown = new Region();
            crown.getStyleClass().addAll("glyph", "glyph-crown");
            return crown;
        }
        return new Icon(ikon);
    }

    /**
     * A font icon in a label. The label's font gives it its size: an icon measures em by its own
     * font, so a size in em would grow with every pass of the style sheets.
     */
    private static final class Icon extends Label {
        private final FontIcon icon;

        Icon(Ikon ikon) {
            icon = new FontIcon(ikon);
            icon.getStyleClass().clear(); // The theme would set what this label decides.
            icon.iconColorProperty().bind(textFillProperty());
            fontProperty().addListener(o -> resize());
            resize();
            setGraphic(icon);
            getStyleClass().add("glyph");
        }

        private void resize() {
            icon.setIconSize((int) Math.round(getFont().getSize()));
        }
    }
}
