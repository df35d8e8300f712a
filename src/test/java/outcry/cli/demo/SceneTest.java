package outcry.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class SceneTest {
    private final Scene scene = new Scene(elected -> {});

    @Test
    void aNodeThatEndsByItselfFailsTheDemoAtOnce() {
        scene.starts("n1");
        scene.ended("n1");
        DemoFailedException failure =
                assertThrows(DemoFailedException.class, () -> scene.awaitReady("n1", 600));
        assertEquals("n1 ended by itself", failure.getMessage());
    }

    @Test
    void timePassesWhileAllNodesRun() throws InterruptedException, DemoFailedException {
        scene.starts("n1");
        scene.watch(0);
        new Thread(() -> scene.ended("n1")).start();
        assertThrows(DemoFailedException.class, () -> scene.watch(600));
    }

    @Test
    void aKilledNodeMayEndAndStartAgain() throws InterruptedException, DemoFailedException {
        scene.starts("n1");
        scene.mayEnd("n1");
        scene.ended("n1");
        scene.watch(0);
        scene.starts("n1");
        scene.onEvent(
                "n1",
                JsonParser.parseString(
                                "{\"event\":\"ready\",\"host\":\"127.0.0.1\",\"traderPort\":7}")
                        .getAsJsonObject(),
                1);
        scene.awaitReady("n1", 0);
        assertEquals("127.0.0.1:7", scene.traderAddress("n1"));
    }
}
