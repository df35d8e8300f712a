package outcry.desktop.node;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.desktop.node.run.NodeLife;

/** What the window says and offers when its node is gone; null while it is not. */
final class EndModel {

    /**
     * @param restart label of the button that starts the node again
     */
    record End(String title, String text, String restart) {}

    private final ReadOnlyObjectWrapper<End> end = new ReadOnlyObjectWrapper<>();

    ReadOnlyObjectProperty<End> endProperty() {
        return end.getReadOnlyProperty();
    }

    void show(NodeLife life) {
        String name = life.config().name();
        String restart = "Restart as " + name;
        end.set(
                switch (life.phase()) {
                    case STARTING, RUNNING, LEAVING -> null;
                    case CRASHED ->
                            new End(
                                    name + " has crashed",
                                    "Its sockets are closed, its memory is gone and nobody was"
                                        + " told. The others find out by themselves. Behind this is"
                                        + " the last it showed; none of it is live.",
                                    restart);
                    case LEFT ->
                            new End(
                                    name + " has left the group",
                                    "It said goodbye and closed; the group goes on without it."
                                        + " Behind this is the last it showed; none of it is live.",
                                    restart);
                    case FAILED ->
                            life.statusProperty().get() == null
                                    ? new End(
                                            name + " could not start",
                                            life.problemProperty().get(),
                                            "Try again")
                                    : new End(
                                            name + " stopped by itself",
                                            life.problemProperty().get(),
                                            restart);
                });
    }
}
