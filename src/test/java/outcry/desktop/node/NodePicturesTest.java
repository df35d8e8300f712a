package outcry.desktop.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import outcry.desktop.app.Pictures;
import outcry.desktop.app.Theme;
import outcry.desktop.node.run.NodeLife;
import outcry.group.Counters;
import outcry.group.MemberState;
import outcry.group.Observation;
import outcry.group.Observation.Kind;
import outcry.group.Role;

/**
 * Draws the node window in each of its states, on played nodes. The pictures go to {@code
 * target/pictures}, or with {@code -Dpictures=screenshots} to where the README shows them from.
 */
@ExtendWith(ApplicationExtension.class)
class NodePicturesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));

    private final NodeStage stage = new NodeStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void leader() throws Exception {
        open();
        stage.says(Scene.leader().leaderSince(stage.nanos.get() - 192 * SECOND).status());
        story();
        stage.settle();
        picture("node-leader", 1180, 760);
        picture("node-leader-small", 900, 600);
    }

    @Test
    void followerWithAHole() throws Exception {
        open();
        stage.says(
                Scene.follower()
                        .leaderSince(stage.nanos.get() - 192 * SECOND)
                        .log(18_204, 18_203, 18_203, 18_206L, 18_207L, 18_210L, 18_219L)
                        .counters(new Counters(4, 3, 5, 2, 4, 7, 31, 1))
                        .status());
        story();
        stage.settle();
        stage.node.observes(
                seen(Kind.GAP, Scene.N3.id(), "entry 18205 is missing; 12 wait behind it"));
        stage.settle();
        stage.pass(200_000_000);
        stage.settle();
        picture("node-follower", 1180, 760);
    }

    @Test
    void electing() throws Exception {
        open();
        story();
        stage.says(Scene.electing().term(8).status());
        stage.settle();
        stage.pass(1_200_000_000);
        stage.says(Scene.electing().term(8).status());
        stage.settle();
        stage.node.observes(
                seen(Kind.CRASHED, Scene.N1.id(), "n1 has crashed: connection refused"),
                seen(Kind.ROUND, 0, "election round 1, rtt"),
                new Observation(
                        Kind.REPORT,
                        stage.nanos.get(),
                        8,
                        18_204,
                        Scene.N2.id(),
                        "n2",
                        2_400_000,
                        0,
                        "n2 reports a mean round trip of 2.4 ms"),
                seen(Kind.VOTE, Scene.N2.id(), "votes for n2 in term 8"));
        stage.settle();
        stage.pass(220_000_000);
        stage.settle();
        picture("node-electing", 1180, 760);
        picture("node-electing-small", 900, 600);
    }

    @Test
    void crashed() throws Exception {
        open();
        stage.says(Scene.leader().leaderSince(stage.nanos.get() - 192 * SECOND).status());
        story();
        stage.settle();
        stage.life(NodeLife::crash);
        stage.pass(7 * SECOND);
        stage.settle();
        picture("node-crashed", 1180, 760);
    }

    @Test
    void frozen() throws Exception {
        open();
        stage.says(Scene.leader().leaderSince(stage.nanos.get() - 192 * SECOND).status());
        story();
        stage.settle();
        stage.life(NodeLife::freeze);
        stage.pass(3_400_000_000L);
        stage.settle();
        picture("node-frozen", 1180, 760);
    }

    @Test
    void cutOff() throws Exception {
        open();
        stage.says(
                new Scene()
                        .member(
                                Scene.N1,
                                Role.LEADER,
                                MemberState.SUSPECTED,
                                "silent 4.1 s",
                                1_800_000,
                                4 * SECOND,
                                0)
                        .member(
                                Scene.N2,
                                Role.FOLLOWER,
                                MemberState.SUSPECTED,
                                "silent 4.2 s",
                                2_400_000,
                                4 * SECOND,
                                0)
                        .self(Role.CANDIDATE, MemberState.CUT_OFF, "This node hears 1 of 3 voters.")
                        .leader(null)
                        .explanation(
                                "This node hears 1 of 3 voters; 2 are needed, so that two halves"
                                        + " can never disagree. Trading waits for n1, n2.")
                        .status());
        stage.settle();
        picture("node-cut-off", 1180, 760);
    }

    @Test
    void namesakes() throws Exception {
        open();
        stage.says(
                Scene.follower()
                        .warning(
                                "Another node of this exchange is named n3 like this one: id"
                                    + " 7d42a06b19ce3f58 on 192.168.1.23. Trading is safe, but"
                                    + " nobody who reads names can tell which is meant. Let one of"
                                    + " the two leave, and start it again with another --name.")
                        .status());
        stage.settle();
        picture("node-namesakes-small", 900, 600);
    }

    @Test
    void settingsNetworkAndLight(FxRobot robot) throws Exception {
        open();
        stage.says(Scene.follower().leaderSince(stage.nanos.get() - 192 * SECOND).status());
        robot.clickOn("Settings");
        picture("node-settings", 1180, 760);
        robot.clickOn("Network");
        stage.fx(() -> stage.windows.setTheme(Theme.LIGHT));
        picture("node-light", 1180, 760);
        stage.fx(() -> stage.windows.setTheme(Theme.DARK));
    }

    @Test
    void searching() throws Exception {
        open();
        stage.says(new Scene().self(Role.SEARCHING).leader(null).log(0, 0, 0).status());
        stage.settle();
        picture("node-searching", 1180, 760);
    }

    @Test
    void aloneAndAskedToClose() throws Exception {
        open();
        stage.says(Scene.alone().leaderSince(stage.nanos.get() - 15 * SECOND).status());
        stage.settle();
        picture("node-alone", 1180, 760);
        stage.fx(() -> stage.window.mayClose());
        stage.settle();
        picture("node-closing", 1180, 760);
    }

    @Test
    void cannotStart() throws Exception {
        stage.node.startProblem =
                "Port 17700 on lo is taken by a program that does not share it. Stop that program"
                        + " or choose another port with --discovery-port.";
        open();
        stage.settle();
        picture("node-failed", 1180, 760);
    }

    private void open() {
        stage.open();
        if (stage.node.observer() != null) {
            stage.book.goesLive();
            stage.settle();
        }
    }

    /** What a node sees in its first minutes. */
    private void story() {
        stage.node.observes(
                seen(Kind.JOINING, Scene.N3.id(), "asks n1 to join"),
                seen(Kind.SYNCING, Scene.N3.id(), "checkpoint 18 100 from n1, 412 kB"),
                seen(Kind.JOINED, Scene.N3.id(), "n3 is a voter in view 3"),
                seen(Kind.VIEW, 0, "view 3: n1, n2, n3"),
                seen(Kind.ROUND, 0, "election round 1, rtt, because n3 became a voter"),
                seen(Kind.REPORT, Scene.N1.id(), "n1 reports a mean round trip of 2.1 ms"),
                seen(Kind.CHOSEN, Scene.N3.id(), "n3 is chosen: lowest mean round trip, 1.9 ms"),
                seen(Kind.TERM, 0, "term 7"),
                seen(Kind.LEADER, Scene.N3.id(), "n3 leads in term 7"));
        stage.pass(600_000_000);
    }

    private Observation seen(Kind kind, long subject, String text) {
        return new Observation(kind, stage.nanos.get(), 7, 18_204, subject, "", 0, 0, text);
    }

    private void picture(String name, double width, double height) throws Exception {
        stage.fx(
                () -> {
                    stage.stage.setWidth(width);
                    stage.stage.setHeight(height);
                });
        stage.settle();
        Path file = FOLDER.resolve(name + ".png");
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            Pictures.save(stage.stage.getScene(), file);
                            return null;
                        })
                .get(30, TimeUnit.SECONDS);
        assertTrue(Files.size(file) > 10_000, "a picture with something in it");
    }
}
