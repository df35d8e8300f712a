package outcry.desktop.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Nodes that do not start, or end by themselves. */
@ExtendWith(ApplicationExtension.class)
class NodeStartTest {
    private final NodeStage stage = new NodeStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aFailedStartSaysWhyAndCanBeTriedAgain(FxRobot robot) {
        stage.node.startProblem = "Port 17700 is taken. Choose another with --discovery-port.";
        stage.open();
        assertEquals("FAILED", stage.text("#role"));
        assertEquals(
                "Port 17700 is taken. Choose another with --discovery-port.",
                stage.text("#end-card .card-text"));

        stage.node.startProblem = null;
        robot.clickOn("#restart");
        stage.says(Scene.alone().status());
        assertEquals("LEADER", stage.text("#role"));
        assertFalse(stage.isShown("#end-card"));
        assertEquals(List.of("start", "start"), stage.node.asked);
    }

    @Test
    void aNodeThatStopsByItselfSaysWhy() {
        stage.open();
        stage.says(Scene.leader().status());
        stage.node.observer().onFailure("The data folder is full.");
        stage.settle();
        assertEquals("FAILED", stage.text("#role"));
        assertEquals("The data folder is full.", stage.text("#end-card .card-text"));
        assertTrue(stage.isShown("#restart"));
    }
}
