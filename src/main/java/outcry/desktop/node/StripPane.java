package outcry.desktop.node;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcry.desktop.node.face.RoleFace;

/**
 * The identity strip: all of it in the role's colour, so that a row of screens can be read afar.
 */
final class StripPane extends HBox {
    /** A strip is wide from this many times the role word's font size on. */
    private static final double WIDE_WORDS = 36;

    private final StackPane sign = new StackPane();
    private final Label word = new Label();
    private RoleFace face;

    StripPane(StripModel model, Node control) {
        getStyleClass().add("strip");
        sign.getStyleClass().add("strip-sign");
        word.setId("role");
        word.getStyleClass().add("strip-word");
        word.setMinWidth(USE_PREF_SIZE);
        Label clock = new Label();
        clock.setId("end-clock");
        clock.getStyleClass().addAll("figure", "strip-clock");
        clock.textProperty().bind(model.clockProperty());
        clock.visibleProperty().bind(model.clockProperty().isNotEmpty());
        clock.managedProperty().bind(clock.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        QuorumMeter quorum = new QuorumMeter();
        quorum.show(model.quorumProperty().get());
        model.quorumProperty().addListener((o, before, now) -> quorum.show(now));
        Node elections = whileUp(model, cell("Elections", model.electionsProperty(), "elections"));
        getChildren()
                .addAll(
                        sign,
                        word,
                        clock,
                        identity(model),
                        whileUp(model, cell("Leader", model.leaderProperty(), "leader")),
                        whileUp(model, cell("Term", model.termProperty(), "term")),
                        elections,
                        gap,
                        whileUp(model, quorum),
                        control);
        // In a narrow window the address is worth more than the number of elections.
        elections
                .visibleProperty()
                .bind(
                        model.clockProperty()
                                .isEmpty()
                                .and(
                                        Bindings.createBooleanBinding(
                                                () ->
                                                        getWidth()
                                                                > WIDE_WORDS
                                                                        * word.getFont().getSize(),
                                                widthProperty(),
                                                word.fontProperty())));
        model.faceProperty().addListener((o, before, now) -> show(now));
        show(model.faceProperty().get());
    }

    private static VBox identity(StripModel model) {
        Label name = new Label();
        name.setId("node-name");
        name.getStyleClass().add("strip-name");
        name.textProperty().bind(model.nameProperty());
        Label address = new Label();
        address.setId("node-address");
        address.getStyleClass().add("figure");
        address.textProperty().bind(model.addressProperty());
        VBox identity = new VBox(name, address);
        identity.getStyleClass().add("strip-cell");
        identity.setMinWidth(40);
        return identity;
    }

    private static VBox cell(String title, ReadOnlyStringProperty value, String id) {
        Label caption = new Label(title);
        caption.getStyleClass().add("strip-caption");
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().add("figure");
        figure.textProperty().bind(value);
        VBox cell = new VBox(caption, figure);
        cell.setMinWidth(USE_PREF_SIZE);
        cell.getStyleClass().add("strip-cell");
        return cell;
    }

    /**
     * Of a node that is gone nothing is said about leader or majority; of a silent one, faintly.
     */
    private static Node whileUp(StripModel model, Node cell) {
        cell.visibleProperty().bind(model.clockProperty().isEmpty());
        cell.managedProperty().bind(cell.visibleProperty());
        cell.opacityProperty()
                .bind(model.faceProperty().map(f -> f == RoleFace.FROZEN ? 0.5 : 1.0));
        return cell;
    }

    private void show(RoleFace now) {
        if (face != null) {
            getStyleClass().remove(face.styleClass());
        }
        face = now;
        getStyleClass().add(now.styleClass());
        sign.getChildren().setAll(now.glyph().node());
        word.setText(now.word());
        setAccessibleText(now.word());
    }
}
