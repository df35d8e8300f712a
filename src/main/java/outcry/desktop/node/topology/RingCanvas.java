package outcry.desktop.node.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import outcry.desktop.parts.PaintedPane;

/** The lines between the discs and what travels along them. */
final class RingCanvas extends PaintedPane {
    private final Map<Long, RingPlaces.Place> places = new HashMap<>();
    private List<Link> links = List.of();
    private List<Flight> flights = List.of();
    private List<Disc> discs = List.of();
    private long nowNanos;

    RingCanvas() {
        super("ring-canvas");
        setMouseTransparent(true);
    }

    void show(
            List<Disc> newDiscs,
            RingPlaces.Place[] newPlaces,
            List<Link> newLinks,
            List<Flight> newFlights,
            long now) {
        discs = newDiscs;
        links = newLinks;
        flights = newFlights;
        nowNanos = now;
        places.clear();
        for (int at = 0; at < newDiscs.size(); at++) {
            places.put(newDiscs.get(at).id(), newPlaces[at]);
        }
        repaint();
    }

    /** Size of the font in pixels, on which all other sizes build. */
    double emPixels() {
        return em();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        for (Link link : links) {
            paint(g, link);
        }
        for (Disc disc : discs) {
            if (disc.votedFor() != 0 && disc.votedFor() != disc.id()) {
                paintVote(g, places.get(disc.id()), places.get(disc.votedFor()));
            }
        }
        for (Flight flight : flights) {
            paint(g, flight);
        }
        g.setLineDashes();
        g.setLineWidth(1);
    }

    private void paint(GraphicsContext g, Link link) {
        RingPlaces.Place from = places.get(link.from());
        RingPlaces.Place to = places.get(link.to());
        if (from == null || to == null) {
            return;
        }
        boolean good = link.state() == Link.State.GOOD;
        g.setStroke(good ? muted() : ask());
        g.setLineWidth(good ? 2 : 1.5);
        switch (link.state()) {
            case GOOD -> g.setLineDashes();
            case QUIET, SILENT -> g.setLineDashes(0.5 * em(), 0.4 * em());
            case CUT -> g.setLineDashes(0.15 * em(), 0.5 * em());
        }
        g.strokeLine(from.x(), from.y(), to.x(), to.y());
        g.setLineDashes();
        if (link.state() == Link.State.CUT) {
            double x = (from.x() + to.x()) / 2;
            double y = (from.y() + to.y()) / 2;
            double arm = 0.4 * em();
            g.setLineWidth(2);
            g.strokeLine(x - arm, y - arm, x + arm, y + arm);
            g.strokeLine(x - arm, y + arm, x + arm, y - arm);
        }
    }

    /** A dot at the candidate's rim for a vote it holds, on the voter's side. */
    private void paintVote(GraphicsContext g, RingPlaces.Place voter, RingPlaces.Place candidate) {
        if (voter == null || candidate == null) {
            return;
        }
        double dx = voter.x() - candidate.x();
        double dy = voter.y() - candidate.y();
        double far = Math.max(1, Math.hypot(dx, dy));
        double rim = 2.9 * em();
        double radius = 0.45 * em();
        g.setFill(text());
        g.fillOval(
                candidate.x() + dx / far * rim - radius,
                candidate.y() + dy / far * rim - radius,
                2 * radius,
                2 * radius);
    }

    private void paint(GraphicsContext g, Flight flight) {
        RingPlaces.Place from = places.get(flight.from());
        RingPlaces.Place to = places.get(flight.to());
        if (from == null || to == null) {
            return;
        }
        double done = flight.progress(nowNanos);
        double size = 0.55 * em();
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double far = Math.max(1, Math.hypot(dx, dy));
        // Beside the line, on the right of the direction: what comes the other way passes by.
        double besideX = -dy / far * size * 1.6;
        double besideY = dx / far * size * 1.6;
        double x = from.x() + dx * done + besideX;
        double y = from.y() + dy * done + besideY;
        g.setFill(flight.kind() == Flight.Kind.NACK ? ask() : own());
        switch (flight.kind()) {
            case TOKEN ->
                    g.fillPolygon(
                            new double[] {x, x + size, x - size},
                            new double[] {y - size, y + size, y + size},
                            3);
            case VOTE, CANVASS -> g.fillOval(x - size, y - size, 2 * size, 2 * size);
            case REPORT, RETRANSMIT -> g.fillRect(x - size, y - size, 2 * size, 2 * size);
            case NACK ->
                    g.fillPolygon(
                            new double[] {x, x + size, x, x - size},
                            new double[] {y - size, y, y + size, y},
                            4);
        }
        double half = widthOf(flight.label()) / 2 + 0.3 * em();
        double labelX = x + besideX / size * (half + size) * 0.8;
        double labelY = y + besideY * 1.6;
        g.setFill(raised());
        g.fillRoundRect(labelX - half, labelY - 0.7 * em(), 2 * half, 1.4 * em(), 6, 6);
        g.setFill(text());
        g.fillText(flight.label(), labelX, labelY);
    }
}
