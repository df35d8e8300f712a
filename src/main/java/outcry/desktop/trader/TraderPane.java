package outcry.desktop.trader;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcry.client.ConnectionStatus.State;
import outcry.desktop.parts.BookPane;
import outcry.desktop.parts.DepthChart;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.MembersTable;
import outcry.desktop.parts.Panel;
import outcry.desktop.trader.account.AccountPane;
import outcry.desktop.trader.blotter.BlotterPane;
import outcry.desktop.trader.connection.BannerPane;
import outcry.desktop.trader.connection.StatusStrip;
import outcry.desktop.trader.search.SearchPane;
import outcry.desktop.trader.tape.TapePane;
import outcry.desktop.trader.ticket.AmendPane;
import outcry.desktop.trader.ticket.MovePane;
import outcry.desktop.trader.ticket.TicketPane;
import outcry.desktop.trader.venue.OperatorSheet;
import outcry.desktop.trader.venue.PhaseLine;
import outcry.desktop.trader.watch.WatchPane;

/** The trader window's content: every panel in its place. */
final class TraderPane extends StackPane {
    /** Panels whose content invites to act on a price: they fade when it may be old. */
    private static final Set<String> MARKET_DATA =
            Set.of("Watchlist", "Depth", "Order book", "Tape");

    private final TraderModel model;
    private final TicketPane ticket;
    private final BlotterPane blotter;
    private final WatchPane watch;
    private final TapePane tape;
    private final MembersTable members = new MembersTable();
    private final BookPane book = new BookPane();
    private final DepthChart chart = new DepthChart();
    private final BannerPane banner;
    private final ShortcutSheet sheet = new ShortcutSheet();
    private final OperatorSheet operator;
    private final BorderPane frame = new BorderPane();

    /** What the window does for its panels. */
    record Actions(
            BiConsumer<String, String> login, Consumer<String> connectTo, Runnable reconnect) {}

    TraderPane(TraderModel model, Actions actions) {
        this.model = model;
        getStyleClass().add("trader");
        ticket = new TicketPane(model.ticket());
        blotter =
                new BlotterPane(
                        model.orders(),
                        model.account(),
                        model.connection().blockedProperty(),
                        model.amend()::open);
        watch = new WatchPane(model.watch());
        tape = new TapePane(model.tape());
        banner = new BannerPane(model.banner(), actions.reconnect());
        book.setId("book");
        book.onPrice(model.ticket()::takePrice);
        book.onCancel(
                price -> model.orders().cancelAt(model.watch().selectedProperty().get(), price));
        model.book()
                .depthProperty()
                .addListener(
                        (o, before, depth) -> {
                            book.show(depth);
                            chart.show(depth);
                        });
        model.group().membersProperty().addListener((o, before, now) -> members.show(now));
        members.setId("members");
        StackPane body =
                new StackPane(
                        scrolling(rows(actions)),
                        new SearchPane(model.search(), actions.connectTo()));
        frame.setCenter(new VBox(banner, body));
        VBox.setVgrow(body, Priority.ALWAYS);
        frame.setBottom(statusBar());
        frame.setMinSize(0, 0);
        operator = new OperatorSheet(model.operator(), model.venue());
        getChildren().addAll(frame, operator, sheet);
    }

    /** Puts the menu above the status strip. */
    void setMenu(MenuBar menu) {
        frame.setTop(
                new VBox(
                        menu,
                        new StatusStrip(
                                model.connection(),
                                model.account().equityProperty(),
                                model.venue().chipProperty(),
                                model.venue().roundProperty().map(r -> r.number() > 0))));
    }

    TicketPane ticket() {
        return ticket;
    }

    BookPane book() {
        return book;
    }

    OperatorSheet operator() {
        return operator;
    }

    ShortcutSheet sheet() {
        return sheet;
    }

    /** What puts the keyboard into each panel, in the order of F6. */
    List<Runnable> focusOrder() {
        return List.of(
                watch::requestFocus,
                book::requestFocus,
                tape::requestFocus,
                ticket::focusQuantity,
                blotter::focusTable,
                members::requestFocus);
    }

    private Node rows(Actions actions) {
        VBox left =
                new VBox(
                        grow(panel("Watchlist", watch)),
                        panel("Account", new AccountPane(model.account(), actions.login())));
        left.getStyleClass().addAll("column", "left-column");
        HBox above =
                new HBox(
                        left,
                        growWide(panel("Depth", chart)),
                        sized(panel("Order book", bookWithPhase(), bookTools()), "book-column"),
                        sized(panel("Tape", tape), "tape-column"));
        above.getStyleClass().add("row");
        HBox below =
                new HBox(
                        sized(ticketPanel(), "ticket-column"),
                        sized(blotterPanel(), "blotter-column"),
                        sized(panel("Members", members, groupSummary()), "members-column"));
        below.getStyleClass().addAll("row", "lower-row");
        VBox rows = new VBox(above, below);
        rows.getStyleClass().add("rows");
        VBox.setVgrow(above, Priority.ALWAYS);
        return rows;
    }

    private Node ticketPanel() {
        ScrollPane scroll = new ScrollPane(ticket);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("ticket-scroll");
        Tab order = new Tab("Order", scroll);
        Tab move = new Tab("Cash and shares", new MovePane(model.move()));
        order.setId("tab-order");
        move.setId("tab-move");
        TabPane tabs = new TabPane(order, move);
        tabs.setId("ticket-tabs");
        showAmendments(tabs);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Label instrument = new Label();
        instrument.getStyleClass().add("ticket-instrument");
        instrument.textProperty().bind(model.watch().selectedProperty());
        return panel("Ticket", tabs, instrument);
    }

    /** A tab more, and in front, as long as an order is being changed. */
    private void showAmendments(TabPane tabs) {
        AmendPane form = new AmendPane(model.amend());
        Tab tab = new Tab("Amend", form);
        tab.setId("tab-amend");
        model.amend()
                .rowProperty()
                .addListener(
                        (o, before, row) -> {
                            if (row == null) {
                                tabs.getTabs().remove(tab);
                                tabs.getSelectionModel().selectFirst();
                            } else {
                                if (!tabs.getTabs().contains(tab)) {
                                    tabs.getTabs().add(tab);
                                }
                                tabs.getSelectionModel().select(tab);
                                form.focusQuantity();
                            }
                        });
    }

    private Node bookWithPhase() {
        VBox box = new VBox(new PhaseLine(model.venue()), book);
        VBox.setVgrow(book, Priority.ALWAYS);
        return box;
    }

    private Node blotterPanel() {
        Panel panel = panel("Blotter", blotter, blotter.cancelAllButton());
        HBox.setHgrow(panel, Priority.ALWAYS);
        return panel;
    }

    private Node[] bookTools() {
        ToggleButton sums = new ToggleButton("Sum");
        sums.setId("book-sums");
        sums.getStyleClass().add("tool");
        sums.setTooltip(new Tooltip("Sizes summed up from the best price (C)."));
        sums.selectedProperty().bindBidirectional(book.cumulativeProperty());
        Button centre = new Button("", Glyph.CENTRE.node());
        centre.getStyleClass().add("tool");
        centre.setTooltip(new Tooltip("Centre on the spread (Space)."));
        centre.setAccessibleText("Centre the book");
        centre.disableProperty().bind(book.centredProperty());
        centre.setOnAction(e -> book.centre());
        return new Node[] {sums, centre};
    }

    private Node groupSummary() {
        Label summary = new Label();
        summary.getStyleClass().addAll("figure", "panel-note");
        summary.textProperty().bind(model.group().summaryProperty());
        return summary;
    }

    private Node statusBar() {
        Label newest = new Label();
        newest.setId("last-event");
        newest.textProperty().bind(model.log().newestProperty());
        HBox bar = new HBox(newest);
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    /** A panel that fades and says its age whenever the connection is not live. */
    private Panel panel(String title, Node content, Node... extras) {
        Panel panel = new Panel(title, content, extras);
        model.connection()
                .staleProperty()
                .addListener((o, before, age) -> showAge(panel, title, age));
        showAge(panel, title, model.connection().staleProperty().get());
        return panel;
    }

    private void showAge(Panel panel, String title, String age) {
        // Who is up is told during an election too; and what the user types is never old.
        boolean told = title.equals("Members") && model.connection().state() == State.ELECTING;
        if (age.isEmpty() || told || title.equals("Ticket")) {
            panel.markLive();
        } else if (MARKET_DATA.contains(title)) {
            panel.markStale(age);
        } else {
            panel.markOld(age);
        }
    }

    private static Node scrolling(Node rows) {
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("body-scroll");
        return scroll;
    }

    private static Node grow(Panel panel) {
        VBox.setVgrow(panel, Priority.ALWAYS);
        return panel;
    }

    private static Node growWide(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.getStyleClass().add("wide-column");
        return node;
    }

    private static Node sized(Node node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
