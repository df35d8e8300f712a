package outcry.desktop.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import outcry.desktop.app.Pictures;
import outcry.desktop.app.Settings;
import outcry.desktop.app.Windows;
import outcry.desktop.node.run.NodePhase;
import outcry.group.ElectionPolicy;
import outcry.group.Timing;
import outcry.node.Durability;
import outcry.node.NodeConfig;

/** Three windows on three real nodes, on loopback, in one process. */
@ExtendWith(ApplicationExtension.class)
class RealNodesTest {
    private static final long DEADLINE_SECONDS = 120;

    @TempDir Path folder;

    private final List<NodeWindow> nodes = new ArrayList<>();
    private Windows windows;

    @BeforeEach
    void open() throws Exception {
        int port = freePort();
        fx(
                () -> {
                    Settings small = Settings.forgetful(); // Three fit on the headless screen.
                    small.put("window.node.width", 900);
                    small.put("window.node.height", 600);
                    windows = new Windows(small);
                    for (String name : List.of("n1", "n2", "n3")) {
                        nodes.add(NodeWindow.open(windows, config(name, port)));
                    }
                });
    }

    @AfterEach
    void close() throws Exception {
        fx(
                () -> {
                    nodes.forEach(window -> window.life().crash());
                    nodes.forEach(windows::close);
                });
    }

    @Test
    void theOthersWindowsSeeTheLeaderCrashElectAndTakeItBack() throws Exception {
        await(() -> count("LEADER") == 1 && count("FOLLOWER") == 2);
        await(() -> nodes.stream().allMatch(w -> text(w, "#quorum").startsWith("3 of 3")));
        NodeWindow crashed = withRole("LEADER");
        picture(crashed, "real-leader");

        fx(() -> crashed.life().crash());
        await(() -> count("LEADER") == 1 && count("FOLLOWER") == 1);
        assertEquals("CRASHED", WaitForAsyncUtils.asyncFx(() -> text(crashed, "#role")).get());
        picture(crashed, "real-crashed");
        picture(withRole("LEADER"), "real-new-leader");
        picture(withRole("FOLLOWER"), "real-follower");

        await(() -> crashed.life().phase() == NodePhase.CRASHED);
        fx(() -> crashed.life().start());
        await(() -> count("LEADER") == 1 && count("FOLLOWER") == 2);
        await(() -> nodes.stream().allMatch(w -> text(w, "#quorum").startsWith("3 of 3")));
        picture(crashed, "real-back");

        fx(() -> nodes.get(0).life().leave());
        await(() -> count("LEFT") == 1 && count("LEADER") == 1);
        await(() -> count("FOLLOWER") == 1);
    }

    private NodeConfig config(String name, int port) {
        return new NodeConfig(
                name,
                "windows-test",
                "lo",
                List.of(),
                port,
                folder.resolve(name),
                ElectionPolicy.RTT,
                Timing.LECTURE,
                Durability.MEMORY,
                0,
                1_000_000_000L);
    }

    private int count(String role) {
        return (int) nodes.stream().filter(window -> role.equals(text(window, "#role"))).count();
    }

    /** The first window found to show this role; waits for one. */
    private NodeWindow withRole(String role) throws Exception {
        List<NodeWindow> found = new ArrayList<>();
        await(
                () -> {
                    nodes.stream().filter(w -> role.equals(text(w, "#role"))).forEach(found::add);
                    return !found.isEmpty();
                });
        return found.get(0);
    }

    private static String text(NodeWindow window, String selector) {
        return ((Labeled) window.root().lookup(selector)).getText();
    }

    private static void picture(NodeWindow window, String name) throws Exception {
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            Pictures.save(
                                    window.root().getScene(),
                                    Path.of("target", "pictures", name + ".png"));
                            return null;
                        })
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private static void fx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                DEADLINE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return socket.getLocalPort();
        }
    }
}
