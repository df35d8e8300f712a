package outcry.desktop.node;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;

/**
 * What happens to a live node when its window is to be closed: the user is asked, and the window
 * goes when the node is gone.
 */
final class ClosingModel {
    private final NodeLife life;
    private final Runnable closeWindow;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private boolean closeWhenOver;

    /**
     * @param closeWindow closes the window without asking
     */
    ClosingModel(NodeLife life, Runnable closeWindow) {
        this.life = life;
        this.closeWindow = closeWindow;
        life.phaseProperty().addListener((o, before, phase) -> phaseChanged(phase));
    }

    /** Whether the question is on the screen. */
    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Whether the window may close at once; if not, the question is asked. */
    boolean mayClose() {
        if (life.phase() == NodePhase.STARTING) {
            life.crash(); // As soon as it is up; nobody has heard of it yet.
            return true;
        }
        asking.set(life.phase().isUp());
        return !asking.get();
    }

    void leaveAndClose() {
        closeWhenOver = true;
        asking.set(false);
        life.leave();
    }

    void crashAndClose() {
        closeWhenOver = true;
        life.crash();
    }

    void stay() {
        asking.set(false);
    }

    private void phaseChanged(NodePhase phase) {
        if (phase.isOver()) {
            asking.set(false);
            // What failed to leave in order stays on the screen, to be read.
            if (closeWhenOver && phase != NodePhase.FAILED) {
                closeWindow.run();
            }
            closeWhenOver = false;
        }
    }
}
