package outcry.desktop.node.topology;

/** Where the discs of a ring stand: on an ellipse, the first at the top, then clockwise. */
final class RingPlaces {
    /** A point in pixels. */
    record Place(double x, double y) {}

    private RingPlaces() {}

    /**
     * The place of each of {@code count} discs' middles.
     *
     * @param sideMargin room kept free left and right of each middle
     * @param topMargin room kept free above each middle
     * @param bottomMargin room kept free below each middle
     */
    static Place[] of(
            int count,
            double width,
            double height,
            double sideMargin,
            double topMargin,
            double bottomMargin) {
        double radiusX = Math.max(0, width / 2 - sideMargin);
        double radiusY = Math.max(0, (height - topMargin - bottomMargin) / 2);
        double middleX = width / 2;
        double middleY = topMargin + radiusY;
        Place[] places = new Place[count];
        for (int at = 0; at < count; at++) {
            // Two stand side by side: one above the other would waste a wide panel.
            double turn = (count == 2 ? -0.5 : -0.25) + (double) at / count;
            if (count == 1) {
                places[at] = new Place(middleX, middleY);
            } else {
                double angle = turn * 2 * Math.PI;
                places[at] =
                        new Place(
                                middleX + radiusX * Math.cos(angle),
                                middleY + radiusY * Math.sin(angle));
            }
        }
        return places;
    }
}
