package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.desktop.trader.venue.OperatorAction;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.Side;
import outcry.market.TimeInForce;

/** Every type of order, amendments and the operator's desk, as a person works them. */
class TicketWindowTest {
    private TraderRobot window;

    @BeforeEach
    void open() throws Exception {
        window = TraderRobot.trading();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    @DisplayName("M8 fields are seen only where they apply, and the times fit the type")
    void fieldsFitTheType() {
        assertFields("quantity", "price", "shown-shares", "post-only");
        window.click("type-market");
        assertFields("quantity");
        assertEquals(TimeInForce.IOC, window.find("time-in-force", ComboBox.class).getValue());
        window.click("type-stop");
        assertFields("quantity", "stop-price");
        assertEquals(TimeInForce.GTC, window.find("time-in-force", ComboBox.class).getValue());
        window.click("type-stop-limit");
        assertFields("quantity", "price", "stop-price");
        window.click("type-limit");
        assertFields("quantity", "price", "shown-shares", "post-only");
    }

    @Test
    @DisplayName("M8 a stop-limit for the day, by keyboard")
    void stopLimit() {
        window.click("type-stop-limit");
        window.type("quantity", "40");
        window.type("price", "12.70");
        window.type("stop-price", "12.60");
        window.on(
                () -> {
                    window.find("time-in-force", ComboBox.class).requestFocus();
                    return null;
                });
        window.press(KeyCode.DOWN);
        window.press(KeyCode.F1);
        window.press(KeyCode.ENTER);
        assertEquals(
                new Command.EnterOrder(
                        "ada",
                        "ACME",
                        Side.BUY,
                        OrderType.STOP_LIMIT,
                        TimeInForce.DAY,
                        1_270,
                        40,
                        1_260,
                        0,
                        false),
                last());
        assertEquals("waiting", newest().stateProperty().get().word());
        assertEquals("12.60", newest().stopProperty().get());
    }

    @Test
    @DisplayName("M8 an iceberg that is post-only, by mouse")
    void iceberg() {
        window.type("quantity", "90");
        window.type("price", "12.40");
        window.type("shown-shares", "30");
        window.click("post-only");
        window.click("buy");
        assertEquals(
                new Command.EnterOrder(
                        "ada",
                        "ACME",
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        1_240,
                        90,
                        0,
                        30,
                        true),
                last());
        assertEquals("30", newest().displayProperty().get());
        assertEquals("limit, post-only", newest().typeProperty().get());
    }

    @Test
    @DisplayName("M10 the pencil opens an order's amendment, Enter sends it, Esc leaves it")
    void amendment() throws Exception {
        Node pencil =
                window.on(
                        () -> window.find("working", TableView.class).lookup(".cell-button.amend"));
        window.robot.clickOn(pencil);
        window.settle();
        long id = window.on(() -> window.scenes.model.amend().rowProperty().get().orderId());
        window.press(KeyCode.ESCAPE);
        assertNull(window.on(() -> window.scenes.model.amend().rowProperty().get()));
        window.robot.clickOn(pencil);
        window.settle();
        assertTrue(window.find("amend-quantity", TextField.class).isFocused());
        window.robot.push(KeyCode.CONTROL, KeyCode.A);
        window.robot.write("90");
        window.settle();
        assertEquals(
                "It keeps its place in the queue.",
                window.find("amend-words", Label.class).getText());
        window.press(KeyCode.ENTER);
        assertEquals(new Command.AmendOrder("ada", id, 0, 90), last());
        window.waitFor(() -> window.scenes.model.amend().rowProperty().get() == null);
        assertEquals(90, window.on(() -> newest().open()));
    }

    @Test
    @DisplayName("M14 an auction is told above the book, the round and fees where one trades")
    void venue() {
        assertFalse(window.find("phase", Label.class).isVisible());
        assertFalse(window.find("chip-round", Node.class).isVisible());
        window.act(Scenes::everyKindOfOrder);
        window.act(Scenes::auction);
        assertEquals(
                "CLOSING AUCTION · 700 would trade @ 12.53",
                window.find("phase", Label.class).getText());
        assertTrue(window.find("chip-round", Node.class).isVisible());
        assertEquals(
                "Pauses beyond 10.00\u00a0% from 12.50.",
                window.find("ticket-note", Label.class).getText());
    }

    @Test
    @DisplayName("M16 a trader sees why the exchange is not his to run; an operator runs it")
    void operator() {
        window.press(KeyCode.CONTROL, KeyCode.M);
        assertTrue(window.find("operator", Node.class).isVisible());
        assertTrue(window.find("operator-send", Button.class).isDisabled());
        assertEquals(
                "Only an operator can do this: an operator must appoint ada first.",
                window.find("operator-problem", Label.class).getText());
        window.act(
                scenes ->
                        scenes.exchange.applyAs(
                                "maker", new Command.Appoint("maker", "ada", Role.OPERATOR)));
        window.act(scenes -> scenes.model.operator().actionProperty().set(OperatorAction.PHASE));
        window.act(scenes -> scenes.model.operator().phaseProperty().set(Phase.HALTED));
        window.type("operator-instrument", "acme");
        window.press(KeyCode.ENTER);
        assertEquals(new Command.SetPhase("ada", "ACME", Phase.HALTED), last());
        assertEquals(
                "PAUSED · orders can only be cancelled",
                window.find("phase", Label.class).getText());
        window.press(KeyCode.ESCAPE);
        assertFalse(window.find("operator", Node.class).isVisible());
        window.type("quantity", "10");
        window.type("price", "12.40");
        assertEquals(
                "ACME is paused: orders can only be cancelled.",
                window.find("buy-words", Label.class).getText());
    }

    private Command last() {
        var commands = window.scenes.session.commands();
        return commands.get(commands.size() - 1);
    }

    private outcry.desktop.trader.blotter.OrderRow newest() {
        return window.on(() -> window.scenes.model.orders().working().get(0));
    }

    private void assertFields(String... shown) {
        for (String id :
                new String[] {"quantity", "price", "stop-price", "shown-shares", "post-only"}) {
            boolean isShown =
                    window.on(
                            () -> {
                                Node node = window.find(id, Node.class);
                                boolean all = true;
                                for (Node at = node; at != null; at = at.getParent()) {
                                    all &= at.isVisible();
                                }
                                return all;
                            });
            assertEquals(java.util.List.of(shown).contains(id), isShown, id);
        }
    }
}
