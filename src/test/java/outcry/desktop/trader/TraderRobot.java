package outcry.desktop.trader;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import outcry.desktop.app.Settings;
import outcry.desktop.app.Windows;

/** Opens a trader window on a {@link FakeExchange} and works it like a person does. */
final class TraderRobot {
    private static final int DEADLINE_SECONDS = 30;

    final FxRobot robot = new FxRobot();
    final Windows windows;
    final Scenes scenes;
    final Stage stage;

    /**
     * @param play what has happened before, on the JavaFX thread
     */
    TraderRobot(Consumer<Scenes> play) throws Exception {
        FxToolkit.registerPrimaryStage();
        windows = on(() -> new Windows(Settings.forgetful()));
        scenes = on(() -> new Scenes(windows));
        stage = on(() -> windows.open(scenes.window));
        act(play);
        settle();
    }

    /** A window whose account has traded a little and keeps orders. */
    static TraderRobot trading() throws Exception {
        TraderRobot window =
                new TraderRobot(
                        scenes -> {
                            scenes.market();
                            scenes.live();
                            scenes.model.watch().select("ACME");
                        });
        window.act(Scenes::ownBusiness);
        return window;
    }

    /** Does something on the JavaFX thread and waits until the window has followed. */
    void act(Consumer<Scenes> action) {
        on(
                () -> {
                    action.accept(scenes);
                    return null;
                });
        settle();
    }

    <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS), question);
    }

    <T extends Node> T find(String id, Class<T> type) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    void click(String id) {
        Node node = find(id, Node.class);
        robot.clickOn(node);
        settle();
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    void type(String id, String text) {
        on(
                () -> {
                    find(id, Node.class).requestFocus();
                    return null;
                });
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        settle();
    }

    void waitFor(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                DEADLINE_SECONDS, TimeUnit.SECONDS, () -> on(condition::getAsBoolean));
        settle();
    }

    void close() {
        on(
                () -> {
                    windows.close(scenes.window);
                    return null;
                });
    }

    /** Waits until what was put off to a later turn of the JavaFX thread has run, twice over. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            on(
                    () -> {
                        Platform.requestNextPulse();
                        return null;
                    });
        }
    }
}
