package outcry.desktop.node;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.util.Duration;
import outcry.desktop.app.WindowContent;
import outcry.desktop.app.Windows;
import outcry.desktop.node.book.BookFeed;
import outcry.desktop.node.book.SessionBookFeed;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodeStarter;
import outcry.desktop.node.run.RunningNode;
import outcry.node.NodeConfig;

/**
 * A window with one node in it. The node starts when the window is shown and ends with it; several
 * such windows may be open in one process. JavaFX thread only.
 */
public final class NodeWindow implements WindowContent {
    private static final Size SIZE = new Size(1180, 760, 900, 600);

    /** Ages are shown in tenths of a second, and a second's silence must not be noticed late. */
    private static final Duration TICK = Duration.millis(100);

    private final NodeModel model;
    private final ClosingModel closing;
    private final NodePane pane;
    private final Timeline ticks;
    private final ObservableValue<String> title;

    private NodeWindow(Windows windows, NodeConfig config, Ports ports) {
        NodeLife life =
                new NodeLife(
                        config, ports.nodes, ports.background, Platform::runLater, ports.clock);
        Runnable closeWindow = () -> windows.close(this);
        model = new NodeModel(life, ports.feeds, ports.clock, Clock.systemDefaultZone());
        closing = new ClosingModel(life, closeWindow);
        pane = new NodePane(model, closing, ports.clock, closeWindow);
        ticks = new Timeline(new KeyFrame(TICK, e -> tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        title =
                Bindings.createStringBinding(
                        () ->
                                config.name()
                                        + " – "
                                        + model.strip.faceProperty().get().word()
                                        + " – Outcry node",
                        model.strip.faceProperty());
    }

    /**
     * What a window needs from outside.
     *
     * @param nodes starts the window's node
     * @param feeds opens the session that brings the order book
     * @param background where a node is started
     * @param clock monotonic nanoseconds, the node's own
     */
    public record Ports(
            NodeStarter nodes, BookFeed.Starter feeds, Executor background, LongSupplier clock) {
        /** Real nodes and real sessions. */
        public static Ports real() {
            return new Ports(
                    RunningNode::start,
                    SessionBookFeed::start,
                    ForkJoinPool.commonPool(),
                    System::nanoTime);
        }
    }

    /** Opens a window and starts a node in it. */
    public static NodeWindow open(Windows windows, NodeConfig config) {
        return open(windows, config, Ports.real());
    }

    /** Opens a window on nodes and sessions of the caller's, for tests and pictures. */
    public static NodeWindow open(Windows windows, NodeConfig config, Ports ports) {
        NodeWindow window = new NodeWindow(windows, config, ports);
        windows.open(window);
        return window;
    }

    @Override
    public String kind() {
        return "node";
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
        return List.of("/outcry/styles/node.css");
    }

    @Override
    public void shown() {
        ticks.play();
        model.life.start();
    }

    @Override
    public boolean mayClose() {
        return closing.mayClose();
    }

    @Override
    public void closed() {
        ticks.stop();
        pane.dispose();
        model.dispose();
    }

    /** The life of this window's node. */
    public NodeLife life() {
        return model.life;
    }

    /** Lets clocks and animations go on; called ten times a second. */
    void tick() {
        model.tick();
        pane.tick();
    }
}
