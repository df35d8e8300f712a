package outcry.desktop.trader;

import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import outcry.market.Side;

/** What menu and keys of a trader window do. */
final class TraderCommands {
    private final TraderModel model;
    private final TraderPane pane;
    private final Runnable openAnother;
    private final Runnable close;
    private int panel = -1;

    TraderCommands(TraderModel model, TraderPane pane, Runnable openAnother, Runnable close) {
        this.model = model;
        this.pane = pane;
        this.openAnother = openAnother;
        this.close = close;
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        pane.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    void openAnother() {
        openAnother.run();
    }

    void close() {
        close.run();
    }

    void chooseBuy() {
        pane.ticket().focusSide(Side.BUY);
    }

    void chooseSell() {
        pane.ticket().focusSide(Side.SELL);
    }

    void send() {
        String problem = pane.ticket().sendChosen();
        if (!problem.isEmpty()) {
            model.log().add("Not sent: " + problem);
        }
    }

    void clear() {
        model.ticket().clear();
    }

    void cancelAll() {
        String blocked = model.connection().blockedProperty().get();
        if (!blocked.isEmpty()) {
            model.log().add("Not cancelled: " + blocked);
        } else if (model.orders().working().isEmpty()) {
            model.log().add("There is no working order to cancel.");
        } else {
            model.orders().cancelAll();
        }
    }

    void operate() {
        pane.operator().open();
    }

    void toggleSheet() {
        pane.sheet().setVisible(!pane.sheet().isVisible());
    }

    void nextPanel(int by) {
        List<Runnable> order = pane.focusOrder();
        panel = Math.floorMod(panel + by, order.size());
        order.get(panel).run();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (pane.operator().isVisible() && code != KeyCode.ESCAPE) {
            return; // What is typed there is not for the panels behind.
        }
        if (code == KeyCode.F1) {
            chooseBuy();
        } else if (code == KeyCode.F2) {
            chooseSell();
        } else if (code == KeyCode.ENTER && event.isShortcutDown()) {
            send();
        } else if (code == KeyCode.BACK_SPACE && event.isShortcutDown()) {
            cancelAll();
        } else if (code == KeyCode.F6) {
            nextPanel(event.isShiftDown() ? -1 : 1);
        } else if (code == KeyCode.ESCAPE) {
            escape();
        } else {
            return;
        }
        event.consume();
    }

    private void escape() {
        if (pane.sheet().isVisible()) {
            pane.sheet().setVisible(false);
        } else if (pane.operator().isVisible()) {
            pane.operator().setVisible(false);
        } else if (model.amend().rowProperty().get() != null) {
            model.amend().close();
        } else {
            clear();
        }
    }

    private void typed(KeyEvent event) {
        boolean writing = event.getTarget() instanceof TextInputControl;
        if (event.getCharacter().equals("?") && !writing) {
            toggleSheet();
            event.consume();
        }
    }
}
