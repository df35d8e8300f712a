package outcry.desktop.node;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcry.desktop.node.book.NodeBookPane;
import outcry.desktop.node.events.EventsPane;
import outcry.desktop.node.members.MembersPane;
import outcry.desktop.node.replication.ReplicationPane;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.settings.FactsPane;
import outcry.desktop.node.settings.SettingsPane;
import outcry.desktop.node.topology.RingPane;
import outcry.desktop.parts.Banner;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Panel;

/** The whole of a node window: strip, banner, panels, status bar, and the cards over them. */
final class NodePane extends BorderPane {
    private static final KeyCombination CRASH_KEYS =
            new KeyCodeCombination(
                    KeyCode.X, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final NodeModel model;
    private final ClosingModel closing;
    private final RingPane ring;
    private final Banner banner = new Banner();
    private final HoldButton alone;
    private final Card endCard = new Card("end-card");
    private final Card closingCard = new Card("closing-card");
    private final List<Panel> panels;
    private final Runnable closeWindow;

    /**
     * @param closeWindow closes the window without asking
     */
    NodePane(NodeModel model, ClosingModel closing, LongSupplier clock, Runnable closeWindow) {
        this.model = model;
        this.closing = closing;
        this.closeWindow = closeWindow;
        getStyleClass().add("node-window");
        alone = new HoldButton("Continue without the others", model.life::continueAlone);
        alone.setId("alone");
        alone.setMinWidth(USE_PREF_SIZE);
        ring = new RingPane(model.topology, clock);
        NodeBookPane book = new NodeBookPane(model.book);
        Panel topology = new Panel("Topology", ring);
        Panel members = new Panel("Members", new MembersPane(model.members));
        Panel replication = new Panel("Replication", new ReplicationPane(model.replication));
        Panel orderBook = new Panel("Order book", book, book.picker());
        TabPane tabs = tabs();
        panels = List.of(topology, members, replication);
        topology.getStyleClass().add("topology-panel");
        members.getStyleClass().add("members-panel");
        replication.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(members, Priority.ALWAYS);
        VBox right = new VBox(members, replication);
        right.getStyleClass().add("panel-stack");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox top = new HBox(topology, right);
        top.getStyleClass().add("panel-row");
        SplitPane bottom = split(Orientation.HORIZONTAL, 0.5, tabs, orderBook);
        SplitPane all = split(Orientation.VERTICAL, 0.54, top, bottom);
        CrashControl control = new CrashControl(model.life, clock);
        setTop(new VBox(new StripPane(model.strip, control), banner));
        setCenter(new StackPane(all, endCard, closingCard));
        setBottom(statusBar());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (CRASH_KEYS.match(event)) {
                        control.shortcut();
                        event.consume();
                    }
                });
        watch(orderBook);
    }

    /** The window is gone. */
    void dispose() {
        ring.dispose();
    }

    /** What moves by itself goes on moving. */
    void tick() {
        ring.wake();
    }

    private void watch(Panel orderBook) {
        model.notice.noticeProperty().addListener((o, before, now) -> showNotice(now));
        model.end.endProperty().addListener((o, before, now) -> showEnd(now));
        model.oldProperty().addListener((o, before, now) -> showAge());
        closing.askingProperty().addListener((o, before, asking) -> showQuestion(asking));
        model.book.notLiveProperty().addListener((o, before, now) -> showBookAge(orderBook));
        model.oldProperty().addListener((o, before, now) -> showBookAge(orderBook));
        showNotice(model.notice.noticeProperty().get());
        showEnd(model.end.endProperty().get());
        showAge();
        showBookAge(orderBook);
    }

    private void showNotice(NoticeModel.Notice notice) {
        if (notice == null) {
            banner.hide();
        } else {
            Button[] buttons =
                    notice.glyph() == Glyph.CUT_OFF ? new Button[] {alone} : new Button[0];
            banner.show(notice.glyph(), notice.text(), notice.tone(), buttons);
        }
    }

    private void showAge() {
        String old = model.oldProperty().get();
        panels.forEach(panel -> mark(panel, old));
    }

    private void showBookAge(Panel orderBook) {
        String old = model.oldProperty().get();
        mark(orderBook, old.isEmpty() ? model.book.notLiveProperty().get() : old);
    }

    private static void mark(Panel panel, String old) {
        if (old.isEmpty()) {
            panel.markLive();
        } else {
            panel.markStale(old);
        }
    }

    private void showEnd(EndModel.End end) {
        if (end == null) {
            endCard.hide();
            return;
        }
        Button restart = Card.button("restart", end.restart(), model.life::start);
        restart.getStyleClass().add(Styles.ACCENT);
        endCard.show(end.title(), end.text(), restart, Card.button("close", "Close", closeWindow));
    }

    private void showQuestion(boolean asking) {
        if (!asking) {
            closingCard.hide();
            return;
        }
        String name = model.life.config().name();
        Button leave = Card.button("leave-close", "Leave, then close", closing::leaveAndClose);
        leave.getStyleClass().add(Styles.ACCENT);
        closingCard.show(
                "Close the window of " + name + "?",
                name
                        + " is running. It can leave gracefully: hand over, say goodbye, and close"
                        + " when it is done. Or it can crash: close at once, nobody is told.",
                leave,
                Card.button("crash-close", "Crash, then close", closing::crashAndClose),
                Card.button("stay", "Keep it running", closing::stay));
    }

    private TabPane tabs() {
        TabPane tabs = new TabPane();
        tabs.getStyleClass().addAll("node-tabs", Styles.DENSE);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        tabs.getTabs()
                .addAll(
                        new Tab("Events", new EventsPane(model.events)),
                        new Tab("Settings", settings(model.life)),
                        new Tab("Network", new FactsPane(model.facts)));
        return tabs;
    }

    private Node settings(NodeLife life) {
        Button elect = Card.button("elect", "Call an election", life::elect);
        elect.disableProperty().bind(model.settings.policyProperty().isNull());
        SettingsPane pane = new SettingsPane(model.settings);
        pane.getChildren().add(elect);
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("settings-scroll");
        return scroll;
    }

    private HBox statusBar() {
        Label latest = new Label();
        latest.getStyleClass().add("status-latest");
        latest.textProperty().bind(model.events.latestProperty());
        latest.setMaxWidth(Double.MAX_VALUE);
        latest.setMinWidth(0);
        HBox.setHgrow(latest, Priority.ALWAYS);
        Label summary = new Label();
        summary.setId("summary");
        summary.textProperty().bind(model.summaryProperty());
        summary.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(latest, summary);
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static SplitPane split(Orientation orientation, double at, Node first, Node second) {
        SplitPane split = new SplitPane(first, second);
        split.setOrientation(orientation);
        split.setDividerPositions(at);
        split.getStyleClass().add("panels");
        return split;
    }
}
