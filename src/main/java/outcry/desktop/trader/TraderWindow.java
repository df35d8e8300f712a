package outcry.desktop.trader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Duration;
import outcry.client.ClientConfig;
import outcry.client.ClientLoop;
import outcry.desktop.app.Desktop;
import outcry.desktop.app.WindowContent;
import outcry.desktop.app.Windows;

/** A trader's window: one account on one exchange. Opens at once, whatever the network does. */
public final class TraderWindow implements WindowContent {
    private static final Size SIZE = new Size(1440, 900, 1024, 700);
    private static final Duration TICK = Duration.millis(250);
    private static final int NAME_MAX = 32;

    private final TraderModel model;
    private final TraderPane pane;
    private final Timeline ticks;
    private final ObservableValue<String> title;
    private final AutoCloseable connection;

    /**
     * @param connection closed with the window, after the model's session
     * @param actions what leads out of this window
     */
    public TraderWindow(
            Windows windows, TraderModel model, Exits actions, AutoCloseable connection) {
        this.model = model;
        this.connection = connection;
        pane =
                new TraderPane(
                        model,
                        new TraderPane.Actions(
                                actions.login(model),
                                address -> actions.connectTo(this, address),
                                () -> actions.reconnect(this)));
        TraderCommands commands =
                new TraderCommands(model, pane, actions::openAnother, () -> windows.close(this));
        pane.setMenu(TraderMenu.of(windows, commands));
        title =
                Bindings.createStringBinding(
                        this::titleText,
                        model.account().accountProperty(),
                        model.watch().selectedProperty());
        ticks = new Timeline(new KeyFrame(TICK, e -> model.tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    /**
     * Opens a trader's window in this process; returns when all windows are closed.
     *
     * @param settingsFolder where the desktop remembers its settings
     * @param account and {@code secret} see {@link #open}
     */
    public static void launch(
            Path settingsFolder, ClientConfig config, String account, String secret) {
        Desktop.launch(settingsFolder, windows -> open(windows, config, account, secret));
    }

    /**
     * Opens a trader's window. JavaFX thread.
     *
     * @param account empty: the one used last, or else the name of the computer's user
     * @param secret opens every account for which the user types no other
     */
    public static TraderWindow open(
            Windows windows, ClientConfig config, String account, String secret) {
        Exits exits = new Exits(windows, config, secret);
        AutoCloseable connection;
        TraderModel model;
        try {
            ClientLoop loop = ClientLoop.start(config);
            connection = loop;
            model = new TraderModel(loop::open, exits.networks(), WindowClocks.real());
        } catch (IOException e) {
            connection = () -> {};
            model =
                    new TraderModel(
                            listener -> new NoSession(e.getMessage()),
                            exits.networks(),
                            WindowClocks.real());
        }
        TraderWindow window = new TraderWindow(windows, model, exits, connection);
        String name = account.isBlank() ? usualAccount(windows) : account;
        exits.login(model).accept(name, "");
        windows.open(window);
        return window;
    }

    @Override
    public String kind() {
        return "trader";
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public Parent root() {
        return pane;
    }

    @Override
    public Size size() {
        return SIZE;
    }

    @Override
    public List<String> stylesheets() {
        return List.of("/outcry/styles/trader.css");
    }

    @Override
    public void shown() {
        ticks.play();
        pane.ticket().focusQuantity();
    }

    @Override
    public void closed() {
        ticks.stop();
        model.close();
        try {
            connection.close();
        } catch (Exception e) {
            org.tinylog.Logger.warn(e, "the connection did not close cleanly");
        }
    }

    /** The window's models, for tests and pictures. */
    public TraderModel model() {
        return model;
    }

    private String titleText() {
        String symbol = model.watch().selectedProperty().get();
        return (symbol.isEmpty() ? "" : symbol + " · ")
                + model.account().accountProperty().get()
                + " – Outcry trader";
    }

    private static String usualAccount(Windows windows) {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "");
        String name = user.isEmpty() ? "trader" : user.toLowerCase(Locale.ROOT);
        return windows.settings()
                .get("account", name.substring(0, Math.min(NAME_MAX, name.length())));
    }
}
