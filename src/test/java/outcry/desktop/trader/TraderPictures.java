package outcry.desktop.trader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import outcry.desktop.app.Pictures;
import outcry.desktop.app.Settings;
import outcry.desktop.app.Theme;
import outcry.desktop.app.Windows;

/**
 * Makes the pictures of the trader window in {@code screenshots/}. Without a display:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="-Dprism.order=sw \
 *   -Dglass.platform=Monocle -Dmonocle.platform=Headless -Dtestfx.headless=true \
 *   -cp %classpath outcry.desktop.trader.TraderPictures screenshots"
 * </pre>
 *
 * With one, leave the three {@code -D} that name the platform out.
 */
public final class TraderPictures {
    private static final int PULSES_TO_SETTLE = 12;

    private final Path folder;
    private final Windows windows;

    private TraderPictures(Path folder, Windows windows) {
        this.folder = folder;
        this.windows = windows;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments.length == 0 ? "screenshots" : arguments[0]);
        CountDownLatch done = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(
                () -> {
                    TraderPictures pictures =
                            new TraderPictures(folder, new Windows(Settings.forgetful()));
                    pictures.all(done::countDown);
                });
        if (!done.await(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the pictures were not finished in three minutes");
        }
        Platform.exit();
    }

    private void all(Runnable then) {
        Runnable small =
                () ->
                        picture(
                                "trader-small",
                                1024,
                                700,
                                1,
                                Theme.DARK,
                                TraderPictures::trading,
                                then);
        Runnable large =
                () ->
                        picture(
                                "trader-zoom-200",
                                1440,
                                900,
                                2,
                                Theme.DARK,
                                TraderPictures::trading,
                                small);
        Runnable light = () -> normal("trader-light", Theme.LIGHT, TraderPictures::trading, large);
        Runnable nothing =
                () -> normal("trader-nothing-found", Theme.DARK, Scenes::nothingFound, light);
        Runnable back =
                () -> normal("trader-reconnected", Theme.DARK, TraderPictures::recovered, nothing);
        Runnable crash =
                () -> normal("trader-leader-crashed", Theme.DARK, TraderPictures::crashed, back);
        normal("trader-live", Theme.DARK, TraderPictures::trading, crash);
    }

    private static void trading(Scenes scenes) {
        scenes.market();
        scenes.live();
        scenes.model.watch().select("ACME");
        scenes.ownBusiness();
        for (int i = 0; i < 25; i++) {
            scenes.bustle();
        }
        scenes.session.beat();
        scenes.model.ticket().quantityProperty().set("100");
        scenes.model.ticket().takePrice(1_252);
    }

    private static void crashed(Scenes scenes) {
        trading(scenes);
        Platform.runLater(scenes::leaderCrashes);
    }

    private static void recovered(Scenes scenes) {
        crashed(scenes);
        Platform.runLater(scenes::reconnects);
    }

    private void normal(String name, Theme theme, Consumer<Scenes> play, Runnable then) {
        picture(name, 1440, 900, 1, theme, play, then);
    }

    private void picture(
            String name,
            double width,
            double height,
            double zoom,
            Theme theme,
            Consumer<Scenes> play,
            Runnable then) {
        windows.setTheme(theme);
        windows.setZoom(zoom);
        Scenes scenes = new Scenes(windows);
        Stage stage = windows.open(scenes.window);
        stage.setWidth(width);
        stage.setHeight(height);
        play.accept(scenes);
        afterPulses(
                PULSES_TO_SETTLE,
                () -> {
                    try {
                        Pictures.save(stage.getScene(), folder.resolve(name + ".png"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    windows.close(scenes.window);
                    then.run();
                });
    }

    private static void afterPulses(int pulses, Runnable action) {
        new AnimationTimer() {
            private int left = pulses;

            @Override
            public void handle(long now) {
                if (--left == 0) {
                    stop();
                    Platform.runLater(action);
                }
            }
        }.start();
    }
}
