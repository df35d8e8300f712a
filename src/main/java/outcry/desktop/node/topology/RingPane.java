package outcry.desktop.node.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The ring. Discs are nodes, placed by this pane; lines and travellers are painted under them, up
 * to 30 times a second while something travels, and otherwise only when something changed.
 */
public final class RingPane extends Region {
    private static final long FRAME_NANOS = 33_000_000;
    private static final double DISC_EMS_MAX = 11;

    private final TopologyModel model;
    private final LongSupplier clock;
    private final RingCanvas canvas = new RingCanvas();
    private final Label alone =
            new Label(
                    "The only node so far. Start another, here or on any computer of this"
                            + " network: it joins by itself.");
    private final Label legend = new Label("● vote   ▲ id   ■ report, data   ◆ NACK");
    private final List<DiscNode> nodes = new ArrayList<>();
    private final AnimationTimer frames = new Frames();
    private boolean running;

    /**
     * @param clock the monotonic clock of the observations
     */
    public RingPane(TopologyModel model, LongSupplier clock) {
        this.model = model;
        this.clock = clock;
        getStyleClass().add("ring");
        alone.getStyleClass().add("ring-alone");
        alone.setWrapText(true);
        legend.getStyleClass().add("ring-legend");
        setMinSize(0, 0);
        getChildren().addAll(canvas, alone, legend);
        model.discsProperty().addListener(o -> showDiscs());
        model.linksProperty().addListener(o -> requestLayout());
        showDiscs();
    }

    /** Starts painting again and again, for as long as something travels. */
    public void wake() {
        if (model.isMoving(clock.getAsLong())) {
            requestLayout();
            if (!running) {
                running = true;
                frames.start();
            }
        }
    }

    /** Stops for good; the window is gone. */
    public void dispose() {
        running = false;
        frames.stop();
    }

    private void showDiscs() {
        List<Disc> discs = model.discsProperty().get();
        while (nodes.size() < discs.size()) {
            DiscNode node = new DiscNode();
            nodes.add(node);
            getChildren().add(node);
        }
        while (nodes.size() > discs.size()) {
            getChildren().remove(nodes.remove(nodes.size() - 1));
        }
        for (int at = 0; at < discs.size(); at++) {
            nodes.get(at).show(discs.get(at));
        }
        alone.setVisible(discs.size() == 1);
        legend.setVisible(discs.size() > 1);
        requestLayout();
        wake();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double em = canvas.emPixels();
        List<Disc> discs = model.discsProperty().get();
        RingPlaces.Place[] places =
                RingPlaces.of(discs.size(), width, height, 3.8 * em, 2.8 * em, 7.2 * em);
        for (int at = 0; at < places.length; at++) {
            DiscNode node = nodes.get(at);
            double nearestSide = Math.min(places[at].x(), width - places[at].x());
            double nodeWidth = Math.min(DISC_EMS_MAX * em, 2 * nearestSide);
            layoutInArea(
                    node,
                    places[at].x() - nodeWidth / 2,
                    places[at].y() - (DiscNode.RADIUS_EMS + 0.35) * em,
                    nodeWidth,
                    node.prefHeight(nodeWidth),
                    0,
                    javafx.geometry.HPos.CENTER,
                    javafx.geometry.VPos.TOP);
        }
        double aloneWidth = Math.min(width - 2 * em, 26 * em);
        double aloneHeight = alone.prefHeight(aloneWidth);
        alone.resizeRelocate(
                (width - aloneWidth) / 2, height - aloneHeight - em, aloneWidth, aloneHeight);
        double legendHeight = legend.prefHeight(width);
        legend.resizeRelocate(0, height - legendHeight, width, legendHeight);
        canvas.resizeRelocate(0, 0, width, height);
        long now = clock.getAsLong();
        canvas.show(discs, places, model.linksProperty().get(), model.flights(now), now);
    }

    private final class Frames extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last < FRAME_NANOS) {
                return;
            }
            last = now;
            requestLayout();
            if (!model.isMoving(clock.getAsLong())) {
                running = false;
                stop();
            }
        }
    }
}
