package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outcry.desktop.parts.BookPane;
import outcry.desktop.parts.Panel;
import outcry.desktop.trader.blotter.OrderState;
import outcry.market.Command;
import outcry.market.Side;

/** The window as a person works it: ticket, cancel, banner in every state, keyboard. */
class TraderWindowTest {
    private TraderRobot window;

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    private void openTrading() throws Exception {
        window = TraderRobot.trading();
    }

    @Test
    void anOrderTypedIntoTheTicketIsSentOnceAndAppearsInTheBlotter() throws Exception {
        openTrading();
        int before = window.scenes.session.commands().size();
        window.type("quantity", "70");
        window.type("price", "12.40");
        assertEquals("BUY 70 @ 12.40", window.find("buy", Button.class).getText());
        window.click("buy");
        assertEquals(before + 1, window.scenes.session.commands().size());
        Command.EnterOrder sent = (Command.EnterOrder) window.scenes.session.commands().get(before);
        assertEquals(Side.BUY, sent.side());
        assertEquals(1_240, sent.price());
        assertEquals(70, sent.quantity());
        window.waitFor(
                () ->
                        window.scenes.model.orders().working().stream()
                                .anyMatch(row -> row.terms().quantity() == 70));
    }

    @Test
    void whileAnOrderIsUnansweredItCannotBeSentAgain() throws Exception {
        openTrading();
        window.type("quantity", "70");
        window.type("price", "12.40");
        window.act(scenes -> scenes.session.hold());
        int before = window.scenes.session.commands().size();
        window.press(KeyCode.F1);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(
                before + 1,
                window.scenes.session.commands().size(),
                () -> window.scenes.session.commands().toString());
        assertTrue(window.find("buy", Button.class).isDisabled());
    }

    @Test
    void aPriceOffTheGridIsToldInTheTicketAndNotSent() throws Exception {
        openTrading();
        int before = window.scenes.session.commands().size();
        window.type("quantity", "0");
        assertTrue(window.find("buy", Button.class).isDisabled());
        assertEquals(
                "A quantity is a whole number of at least 1.",
                window.find("buy-words", Label.class).getText());
        window.type("quantity", "10");
        window.type("price", "abc");
        assertEquals(
                "A price is an amount such as 12.50, above 0.",
                window.find("sell-words", Label.class).getText());
        window.press(KeyCode.F1);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(before, window.scenes.session.commands().size());
    }

    @Test
    void aClickOnAPriceOfTheBookFillsThePriceAndLeavesTheSideAlone() throws Exception {
        openTrading();
        window.type("quantity", "10");
        BookPane book = window.find("book", BookPane.class);
        long price = window.on(() -> window.scenes.model.book().depthProperty().get().bestAsk());
        double y = window.on(() -> book.yOf(price));
        javafx.geometry.Point2D at = window.on(() -> book.localToScreen(book.getWidth() / 2, y));
        window.robot.clickOn(at, MouseButton.PRIMARY);
        window.settle();
        assertEquals(
                outcry.desktop.parts.Figures.money(price),
                window.find("price", TextField.class).getText());
        assertFalse(window.find("buy", Button.class).isFocused());
        assertFalse(window.find("sell", Button.class).isFocused());
    }

    @Test
    void theCrossInTheBlotterCancelsThatOrder() throws Exception {
        openTrading();
        int working = window.on(() -> window.scenes.model.orders().working().size());
        TableView<?> table = window.find("working", TableView.class);
        Node cross = window.on(() -> table.lookup(".cell-button"));
        window.robot.clickOn(cross);
        window.waitFor(() -> window.scenes.model.orders().working().size() == working - 1);
        window.waitFor(
                () -> window.scenes.model.orders().ended().get(0).stage() == OrderState.CANCELLED);
    }

    @Test
    void ctrlBackspaceCancelsEverything() throws Exception {
        openTrading();
        assertFalse(window.scenes.model.orders().working().isEmpty());
        window.press(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        window.waitFor(() -> window.scenes.model.orders().working().isEmpty());
        assertEquals(
                new Command.CancelAll("ada", ""),
                window.scenes.session.commands().get(window.scenes.session.commands().size() - 1));
    }

    @Test
    void theBannerIsAbsentWhenLiveAndNamesEachOtherState() throws Exception {
        window = new TraderRobot(Scenes::nothingFound);
        assertTrue(banner().contains("Nothing heard. Common causes: different network"));
        assertTrue(window.find("search", Node.class).isVisible());
        window.act(
                scenes -> {
                    scenes.market();
                    scenes.live();
                });
        assertEquals("", banner());
        assertFalse(window.find("search", Node.class).isVisible());
        window.act(scenes -> scenes.pass(1_400_000_000));
        assertEquals("No data for 1.4\u00a0s – prices may be old", banner());
        assertStale(true);
        window.act(scenes -> scenes.session.beat());
        assertEquals("", banner());
        assertStale(false);
    }

    @Test
    void aFailoverIsToldFromTheLossToTheFateOfWhatWasWaiting() throws Exception {
        openTrading();
        window.act(Scenes::leaderCrashes);
        assertEquals(
                "Leader n3 is gone – electing a new one (1.2 s). 2 requests are waiting.",
                banner());
        assertStale(true);
        assertTrue(window.find("cancel-all", Button.class).isDisabled());
        assertEquals(
                2,
                window.on(
                        () ->
                                window.scenes.model.orders().working().stream()
                                        .filter(row -> row.stage() == OrderState.UNKNOWN)
                                        .count()));
        window.act(Scenes::reconnects);
        assertTrue(
                banner().startsWith("n1 is leader (term 8). Your 2 orders waiting: 1 executed, 1"),
                banner());
        assertStale(false);
        assertTrue(
                window.on(
                        () ->
                                window.scenes.model.orders().working().stream()
                                        .noneMatch(row -> row.stage() == OrderState.UNKNOWN)));
        window.click("banner-dismiss");
        assertEquals("", banner());
    }

    @Test
    void aBookThatDoesNotFitItsChecksumIsAskedForAnewAndNotShownMeanwhile() throws Exception {
        openTrading();
        var before = window.on(() -> window.scenes.model.book().depthProperty().get());
        window.act(
                scenes ->
                        scenes.session.onFeed(
                                new outcry.wire.trader.ServerMessage.Level(
                                        "ACME",
                                        before.index() + 1,
                                        Side.BUY,
                                        before.bestBid(),
                                        1,
                                        1,
                                        4711)));
        assertEquals(
                before.bids(),
                window.on(() -> window.scenes.model.book().depthProperty().get().bids()));
        assertTrue(
                window.on(
                        () ->
                                window.scenes.model.log().lines().stream()
                                        .anyMatch(line -> line.contains("did not fit"))));
    }

    @Test
    void aRefusedLoginIsToldAndNothingCanBeSent() throws Exception {
        window =
                new TraderRobot(
                        scenes -> {
                            scenes.market();
                            scenes.session.refuse("wrong secret for this account.");
                            scenes.live();
                        });
        window.type("quantity", "1");
        assertTrue(banner().startsWith("Not logged in: wrong secret"), banner());
        assertTrue(window.find("buy", Button.class).isDisabled());
        assertTrue(window.find("buy-words", Label.class).getText().startsWith("Not logged in"));
    }

    @Test
    void theKeyboardReachesThePanelsTheSheetAndTheZoom() throws Exception {
        openTrading();
        window.press(KeyCode.F6);
        assertTrue(window.find("watchlist", Node.class).isFocused());
        window.press(KeyCode.F6);
        assertTrue(window.find("book", Node.class).isFocused());
        window.robot.write("?");
        window.settle();
        assertTrue(window.find("shortcuts", Node.class).isVisible());
        window.press(KeyCode.ESCAPE);
        assertFalse(window.find("shortcuts", Node.class).isVisible());
        window.type("quantity", "55");
        window.press(KeyCode.ESCAPE);
        assertEquals("", window.find("quantity", TextField.class).getText());
        window.press(KeyCode.CONTROL, KeyCode.PLUS);
        assertEquals(1.1, window.windows.zoomProperty().get(), 1e-9);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(1.0, window.windows.zoomProperty().get(), 1e-9);
    }

    @Test
    void everyControlThatTakesTheKeyboardHasATextForScreenReaders() throws Exception {
        openTrading();
        window.on(
                () -> {
                    for (Node node : window.stage.getScene().getRoot().lookupAll("*")) {
                        if (node.isFocusTraversable() && node.getId() != null) {
                            Object text =
                                    node.queryAccessibleAttribute(
                                            javafx.scene.AccessibleAttribute.TEXT);
                            assertTrue(
                                    text != null && !text.toString().isBlank()
                                            || node instanceof TextField
                                                    && node.getAccessibleText() != null
                                            || node instanceof javafx.scene.control.TabPane,
                                    node.toString());
                        }
                    }
                    return null;
                });
    }

    private String banner() {
        return window.on(
                () -> {
                    var banner =
                            (outcry.desktop.parts.Banner) window.stage.getScene().lookup("#banner");
                    return banner.text();
                });
    }

    private void assertStale(boolean expected) {
        window.on(
                () -> {
                    for (Node node : window.stage.getScene().getRoot().lookupAll(".panel")) {
                        Panel panel = (Panel) node;
                        if (!"Ticket Members".contains(panel.getAccessibleText())) {
                            assertEquals(expected, panel.isStale(), panel.getAccessibleText());
                        }
                    }
                    return null;
                });
    }
}
