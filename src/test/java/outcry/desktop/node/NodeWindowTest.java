package outcry.desktop.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;
import outcry.desktop.parts.Banner;
import outcry.group.ElectionPolicy;
import outcry.group.MemberState;
import outcry.group.Role;
import outcry.group.Timing;

/** The window as a user meets it, on a played node. */
@ExtendWith(ApplicationExtension.class)
class NodeWindowTest {
    private final NodeStage stage = new NodeStage();

    @BeforeEach
    void open() {
        stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theStripSaysRoleLeaderTermAndMajority() {
        stage.says(Scene.leader().leaderSince(stage.nanos.get() - 192 * NodeStage.SECOND).status());
        assertEquals("LEADER", stage.text("#role"));
        assertEquals("n3", stage.text("#node-name"));
        assertEquals("this node for 03:12", stage.text("#leader"));
        assertEquals("7", stage.text("#term"));
        assertEquals("3 of 3 – majority 2", stage.text("#quorum"));
        assertTrue(stage.find(".strip", StripPane.class).getStyleClass().contains("role-leader"));

        stage.says(Scene.follower().leaderSince(stage.nanos.get() - 2 * NodeStage.SECOND).status());
        assertEquals("FOLLOWER", stage.text("#role"));
        assertEquals("n1 for 00:02", stage.text("#leader"));
        assertFalse(stage.find(".strip", StripPane.class).getStyleClass().contains("role-leader"));
    }

    @Test
    void anElectionIsTimedAndExplained() {
        stage.says(Scene.electing().status());
        stage.pass(700_000_000);
        stage.says(Scene.electing().status());
        assertEquals("CANDIDATE", stage.text("#role"));
        assertTrue(stage.text("#leader").startsWith("none for 700"));
        assertEquals("2 of 3 – majority 2", stage.text("#quorum"));
        assertTrue(stage.find(".banner", Banner.class).text().startsWith("No leader"));
    }

    @Test
    void keepingCrashPressedCrashesAndRestartBringsItBack(FxRobot robot) throws Exception {
        stage.says(Scene.leader().status());
        robot.moveTo(stage.find("#crash", Button.class)).press(MouseButton.PRIMARY);
        stage.await(() -> stage.window.life().phase() == NodePhase.CRASHED);
        robot.release(MouseButton.PRIMARY);
        stage.pass(7 * NodeStage.SECOND);

        assertEquals(List.of("start", "crash"), stage.node.asked);
        assertEquals("CRASHED", stage.text("#role"));
        assertEquals("00:07", stage.text("#end-clock"));
        assertTrue(stage.isShown("#end-card"));
        assertFalse(stage.isShown("#leader"), "a dead node's leader is not shown as live");
        assertTrue(stage.stage.isShowing(), "the window stays as a tombstone");

        stage.node.says(Scene.leader().status());
        stage.settle();
        assertEquals("CRASHED", stage.text("#role"), "its last words change nothing");

        robot.clickOn("#restart");
        stage.settle();
        assertEquals(List.of("start", "crash", "start"), stage.node.asked);
        assertFalse(stage.isShown("#end-card"));
        assertEquals("STARTING", stage.text("#role"), "nothing is known of the new run yet");
        stage.says(Scene.follower().status());
        assertEquals("FOLLOWER", stage.text("#role"));
    }

    @Test
    void g24ACutOffNodeOffersToContinueWithoutTheOthers(FxRobot robot) {
        stage.says(Scene.follower().status());
        assertFalse(stage.isShown("#alone"), "there is nothing to continue");
        stage.says(
                new Scene()
                        .self(Role.CANDIDATE, MemberState.CUT_OFF, "This node hears 1 of 3 voters.")
                        .leader(null)
                        .explanation("This node hears 1 of 3 voters.")
                        .status());
        assertTrue(stage.isShown("#alone"));
        robot.press(KeyCode.SHIFT);
        robot.clickOn("#alone");
        robot.release(KeyCode.SHIFT);
        stage.settle();
        assertEquals(List.of("start", "continue"), stage.node.asked);
    }

    @Test
    void aWarningShowsUntilItsReasonEnds() {
        String warning = "Another node of this exchange is named n3 like this one.";
        stage.says(Scene.follower().warning(warning).status());
        assertEquals(warning, banner().text());
        stage.says(Scene.electing().warning(warning).status());
        assertFalse(banner().text().contains(warning), "an election comes first");
        stage.says(Scene.follower().status());
        assertFalse(stage.isShown(".banner"));
    }

    @Test
    void aShortClickDoesNotCrash(FxRobot robot) {
        stage.says(Scene.leader().status());
        stage.fx(
                () -> {
                    Button crash = stage.find("#crash", Button.class);
                    crash.arm();
                    crash.disarm();
                });
        stage.settle();
        assertEquals(NodePhase.RUNNING, stage.window.life().phase());
        assertEquals("Keep pressed…", stage.text("#crash"));
    }

    @Test
    void shiftClickCrashesAtOnce(FxRobot robot) {
        stage.says(Scene.leader().status());
        robot.press(KeyCode.SHIFT);
        robot.clickOn("#crash");
        robot.release(KeyCode.SHIFT);
        stage.settle();
        assertEquals(NodePhase.CRASHED, stage.window.life().phase());
    }

    @Test
    void theKeysCrashWhenPressedTwice(FxRobot robot) {
        stage.says(Scene.leader().status());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        stage.settle();
        assertEquals(NodePhase.RUNNING, stage.window.life().phase());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        stage.settle();
        assertEquals(NodePhase.CRASHED, stage.window.life().phase());
    }

    @Test
    void theMenuFreezesLeavesAndCallsElections() {
        stage.says(Scene.follower().status());
        choose("Call an election");
        choose("Freeze for 10 s");
        choose("Leave gracefully");
        assertEquals(List.of("start", "elect", "freeze PT10S", "leave"), stage.node.asked);
        assertEquals("LEAVING", stage.text("#role"));

        stage.node.left.complete(null);
        stage.settle();
        assertEquals("LEFT", stage.text("#role"));
        assertTrue(stage.isShown("#restart"));
        assertTrue(stage.stage.isShowing());
    }

    @Test
    void aSilentNodeIsShownAsFrozenWithItsAge() {
        stage.says(Scene.leader().status());
        stage.pass(1_400_000_000);
        assertEquals("FROZEN", stage.text("#role"));
        assertTrue(
                stage.find(".banner", Banner.class)
                        .text()
                        .startsWith("Nothing heard from this node for 1.4"));
        assertTrue(stage.text(".topology-panel .panel-age").startsWith("old: 1.4"));

        stage.says(Scene.leader().status());
        assertEquals("LEADER", stage.text("#role"));
        assertEquals("", stage.text(".topology-panel .panel-age"));
    }

    @Test
    void closingALiveWindowAsksAndLeavesInOrder(FxRobot robot) {
        stage.says(Scene.leader().status());
        stage.fx(() -> assertFalse(stage.window.mayClose()));
        stage.settle();
        robot.clickOn("#stay");
        stage.settle();
        assertFalse(stage.isShown("#closing-card"));

        stage.fx(() -> stage.window.mayClose());
        stage.settle();
        robot.clickOn("#leave-close");
        stage.settle();
        assertTrue(stage.stage.isShowing(), "until it has left");
        stage.node.left.complete(null);
        stage.settle();
        assertFalse(stage.stage.isShowing());
        assertEquals(List.of("start", "leave"), stage.node.asked);
    }

    @Test
    void closingALiveWindowMayCrashTheNode(FxRobot robot) {
        stage.says(Scene.leader().status());
        stage.fx(() -> stage.window.mayClose());
        stage.settle();
        robot.clickOn("#crash-close");
        stage.settle();
        assertFalse(stage.stage.isShowing());
        assertEquals(List.of("start", "crash"), stage.node.asked);
    }

    @Test
    void aTombstoneClosesWithoutAsking() {
        stage.life(NodeLife::crash);
        stage.fx(() -> assertTrue(stage.window.mayClose()));
    }

    @Test
    void policyAndTimingAreAskedOfTheGroupAndShownWhenRecorded(FxRobot robot) {
        stage.says(Scene.follower().status());
        robot.clickOn("Settings");
        robot.clickOn("lcr");
        stage.settle();
        assertEquals(List.of("start", "settings LCR REALISTIC"), stage.node.asked);
        assertTrue(toggle("rtt").isSelected(), "until the group's log says otherwise");
        assertFalse(toggle("lcr").isSelected());

        stage.node.changed.complete(true);
        stage.settle();
        stage.says(Scene.follower().settings(ElectionPolicy.LCR, Timing.REALISTIC).status());
        assertTrue(toggle("lcr").isSelected());
        assertTrue(stage.text("#settings-message").contains("recorded"));

        robot.clickOn("#elect");
        assertEquals("elect", stage.node.asked.get(stage.node.asked.size() - 1));
    }

    @Test
    void aRefusedChangeOfSettingsSaysWhatToDo(FxRobot robot) {
        stage.says(Scene.electing().status());
        robot.clickOn("Settings");
        stage.node.changed.complete(false);
        robot.clickOn("Lecture");
        stage.settle();
        assertTrue(toggle("Realistic").isSelected());
        assertEquals(
                "Lecture timing: no leader could record it. Try again when one stands.",
                stage.text("#settings-message"));
    }

    @Test
    void theBookComesFromTheNodesOwnDoorAndEndsWithIt() {
        assertEquals(List.of("start 127.0.0.1:41203"), stage.book.asked);
        stage.book.goesLive();
        stage.settle();
        assertEquals(List.of("start 127.0.0.1:41203", "follow ACME"), stage.book.asked);
        stage.life(NodeLife::crash);
        assertEquals("close", stage.book.asked.get(stage.book.asked.size() - 1));
    }

    @Test
    void aBookThatDoesNotFitItsChecksumIsAskedForOnceMoreAndThenNotShownAsLive()
            throws TimeoutException {
        stage.book.isWrong = true;
        stage.book.goesLive();
        // The feed waits a moment before it reports the second loss.
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::doubtsItsBook);
        assertEquals(
                List.of("start 127.0.0.1:41203", "follow ACME", "follow ACME"), stage.book.asked);
    }

    private boolean doubtsItsBook() {
        stage.settle();
        return stage.window.root().lookupAll(".panel-age").stream()
                .map(Labeled.class::cast)
                .anyMatch(age -> age.getText().contains("checksum"));
    }

    private Banner banner() {
        return stage.find(".banner", Banner.class);
    }

    private void choose(String item) {
        stage.fx(
                () -> {
                    for (MenuItem each : stage.find("#crash-menu", MenuButton.class).getItems()) {
                        if (item.equals(each.getText())) {
                            each.fire();
                        }
                    }
                });
        stage.settle();
    }

    private ToggleButton toggle(String text) {
        return stage.window.root().lookupAll(".settings .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }
}
