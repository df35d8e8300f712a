package outcry.desktop.trader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
import outcry.desktop.trader.ticket.TicketModel;
import outcry.desktop.trader.venue.OperatorAction;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Role;
import outcry.market.TimeInForce;

/**
 * Makes the pictures of the trader window in {@code screenshots/}. Without a display:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="-Dprism.order=sw \
 *   -Dheadless.geometry=1600x1000 -Dglass.platform=Monocle -Dmonocle.platform=Headless \
 *   -Dtestfx.headless=true \
 *   -cp %classpath outcry.desktop.trader.TraderPictures screenshots"
 * </pre>
 *
 * With one, leave the four {@code -D} after the first out.
 */
public final class TraderPictures {
    private static final int PULSES_TO_SETTLE = 12;

    private static final Consumer<Scenes> TRADING =
            scenes -> {
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
                scenes.pass(40_000_000);
            };

    private static final Consumer<Scenes> STOP_LIMIT =
            scenes -> {
                TicketModel ticket = scenes.model.ticket();
                ticket.terms().typeProperty().set(OrderType.STOP_LIMIT);
                ticket.terms().stopProperty().set("12.70");
                ticket.terms().timeInForceProperty().set(TimeInForce.DAY);
                scenes.session.beat();
                scenes.pass(40_000_000);
            };

    private static final Consumer<Scenes> AMENDING =
            scenes -> {
                scenes.model.amend().open(scenes.model.orders().working().get(0));
                scenes.model.amend().quantityProperty().set("600");
                scenes.session.beat();
                scenes.pass(40_000_000);
            };

    private static final Consumer<Scenes> OPERATING =
            scenes -> {
                scenes.exchange.applyAs(
                        "maker", new Command.Appoint("maker", "ada", Role.OPERATOR));
                scenes.model.operator().actionProperty().set(OperatorAction.LIST);
                scenes.model.operator().takeSymbol("HOOLI");
                scenes.window.root().lookup("#operator").setVisible(true);
                scenes.session.beat();
                scenes.pass(40_000_000);
            };

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
        List<Picture> pictures =
                List.of(
                        normal("trader-live", List.of(TRADING)),
                        normal("trader-leader-crashed", List.of(TRADING, Scenes::leaderCrashes)),
                        normal(
                                "trader-reconnected",
                                List.of(TRADING, Scenes::leaderCrashes, Scenes::reconnects)),
                        normal("trader-nothing-found", List.of(Scenes::nothingFound)),
                        new Picture("trader-light", 1440, 900, 1, Theme.LIGHT, List.of(TRADING)),
                        new Picture("trader-zoom-200", 1440, 900, 2, Theme.DARK, List.of(TRADING)),
                        new Picture("trader-small", 1024, 700, 1, Theme.DARK, List.of(TRADING)),
                        new Picture(
                                "trader-stop-limit",
                                1024,
                                700,
                                1,
                                Theme.DARK,
                                List.of(TRADING, Scenes::everyKindOfOrder, STOP_LIMIT)),
                        new Picture(
                                "trader-operator",
                                1024,
                                700,
                                1,
                                Theme.DARK,
                                List.of(TRADING, Scenes::everyKindOfOrder, OPERATING)),
                        normal(
                                "trader-auction",
                                List.of(
                                        TRADING,
                                        Scenes::everyKindOfOrder,
                                        Scenes::auction,
                                        AMENDING)));
        next(new ArrayDeque<>(pictures), then);
    }

    /** A picture: what happens before it, step by step. */
    private record Picture(
            String name,
            double width,
            double height,
            double zoom,
            Theme theme,
            List<Consumer<Scenes>> steps) {}

    private static Picture normal(String name, List<Consumer<Scenes>> steps) {
        return new Picture(name, 1440, 900, 1, Theme.DARK, steps);
    }

    private void next(Deque<Picture> left, Runnable then) {
        Picture picture = left.poll();
        if (picture == null) {
            then.run();
            return;
        }
        windows.setTheme(picture.theme());
        windows.setZoom(picture.zoom());
        Scenes scenes = new Scenes(windows);
        Stage stage = windows.open(scenes.window);
        stage.setWidth(picture.width());
        stage.setHeight(picture.height());
        play(
                scenes,
                new ArrayDeque<>(picture.steps()),
                () -> {
                    save(stage, picture.name());
                    windows.close(scenes.window);
                    next(left, then);
                });
    }

    private void play(Scenes scenes, Deque<Consumer<Scenes>> steps, Runnable then) {
        Consumer<Scenes> step = steps.poll();
        if (step == null) {
            then.run();
            return;
        }
        step.accept(scenes);
        afterPulses(PULSES_TO_SETTLE, () -> play(scenes, steps, then));
    }

    private void save(Stage stage, String name) {
        try {
            Pictures.save(stage.getScene(), folder.resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
