package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.desktop.trader.venue.OperatorAction;
import outcry.desktop.trader.venue.OperatorField;
import outcry.desktop.trader.venue.OperatorModel;
import outcry.desktop.trader.venue.VenueModel;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Phase;
import outcry.market.Reason;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.RoundState;
import outcry.wire.trader.ServerMessage;

@DisplayName("M16 the operator's desk")
class OperatorModelTest {
    private final ModelStage stage = new ModelStage();
    private final OperatorModel model = new OperatorModel(stage.desk, stage.log, stage.account);

    @Test
    void aTraderSeesWhyNotAndCanOnlyAppointTheFirst() {
        role(Role.TRADER);
        assertFalse(model.sendableProperty().get());
        assertEquals(
                "Only an operator can do this: an operator must appoint ada first.",
                model.problemProperty().get());
        assertTrue(model.standingProperty().get().startsWith("ada is a trader."));
        model.actionProperty().set(OperatorAction.ROLE);
        model.text(OperatorField.TRADER).set("ada");
        assertSends(new Command.Appoint("ada", "ada", Role.OPERATOR));
        stage.answer(Answer.rejected(3, Reason.NOT_OPERATOR, 0), "only operators can");
        stage.turn();
        assertEquals(
                "ada as operator – refused: only operators can", model.outcomeProperty().get());
    }

    @Test
    void roundsAndPhases() {
        role(Role.OPERATOR);
        model.showRound(new ServerMessage.Round(2, RoundState.PAUSED));
        assertSends(new Command.Round("ada", RoundAction.RESUME));
        accepted();
        model.actionProperty().set(OperatorAction.PHASE);
        model.phaseProperty().set(Phase.HALTED);
        assertSends(new Command.SetPhase("ada", "", Phase.HALTED));
        accepted();
        model.text(OperatorField.INSTRUMENT).set("acme");
        assertSends(new Command.SetPhase("ada", "ACME", Phase.HALTED));
    }

    @Test
    void bandFeesAndListing() {
        role(Role.OPERATOR);
        model.takeSymbol("ACME");
        model.actionProperty().set(OperatorAction.BAND);
        assertSends(new Command.SetBand("ada", "ACME", 0, 0));
        accepted();
        type(OperatorField.REFERENCE, "12.50", OperatorField.PERCENT, "100");
        assertEquals("Percent round it: 0 to 99.99 is right.", model.problemProperty().get());
        type(OperatorField.PERCENT, "5");
        assertSends(new Command.SetBand("ada", "ACME", 1_250, 500));
        accepted();
        model.actionProperty().set(OperatorAction.FEES);
        type(OperatorField.MAKER, "0.10", OperatorField.TAKER, "-1");
        assertEquals("Taker fee, percent: 0 to 10.00 is right.", model.problemProperty().get());
        type(OperatorField.TAKER, "0.25");
        assertSends(new Command.SetFees("ada", "ACME", 10, 25));
        accepted();
        model.actionProperty().set(OperatorAction.LIST);
        type(OperatorField.INSTRUMENT, "hooli", OperatorField.TICK, "0.05");
        assertSends(new Command.ListInstrument("ada", "HOOLI", "HOOLI", 5, 1, 0));
        accepted();
        type(OperatorField.LOT, "99999999999999999999");
        assertEquals("Lot: a whole number is right.", model.problemProperty().get());
        type(OperatorField.LOT, "", OperatorField.INSTRUMENT, "");
        assertEquals("Enter the instrument's symbol.", model.problemProperty().get());
    }

    @Test
    void startAndCorrection() {
        role(Role.OPERATOR);
        model.actionProperty().set(OperatorAction.START);
        type(OperatorField.AMOUNT, "-1");
        assertEquals(
                "Without an instrument it is cash, such as 1000.00.",
                model.problemProperty().get());
        type(OperatorField.AMOUNT, "1000.00");
        assertSends(new Command.SetStart("ada", "", 100_000));
        accepted();
        model.actionProperty().set(OperatorAction.CORRECT);
        type(OperatorField.TRADER, "bob", OperatorField.AMOUNT, "-10", OperatorField.WHY, " ");
        assertEquals("Enter the reason: it is recorded.", model.problemProperty().get());
        type(OperatorField.WHY, "typed twice", OperatorField.INSTRUMENT, "ACME");
        assertSends(new Command.Correct("ada", "bob", "ACME", -10, "typed twice"));
    }

    @Test
    @DisplayName("M14 a trader sees phase, auction and round; nothing while all is usual")
    void theVenueInWords() {
        VenueModel venue = new VenueModel();
        venue.showInstrument(instrument(Phase.CONTINUOUS));
        assertEquals("", venue.phaseProperty().get());
        venue.showInstrument(instrument(Phase.OPENING_AUCTION));
        assertEquals("OPENING AUCTION · 30 would trade @ 12.50", venue.phaseProperty().get());
        venue.showInstrument(instrument(Phase.HALTED));
        assertEquals("PAUSED · orders can only be cancelled", venue.phaseProperty().get());
        venue.show(new ServerMessage.Round(3, RoundState.PAUSED));
        assertEquals("Round 3", venue.chipProperty().get().word());
        assertEquals("paused", venue.chipProperty().get().figure());
    }

    private static ServerMessage.Instrument instrument(Phase phase) {
        return new ServerMessage.Instrument(
                "ACME",
                "Acme",
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                phase,
                ServerMessage.InstrumentTerms.NONE,
                new ServerMessage.Indication(1_250, 30));
    }

    private void role(Role role) {
        stage.account.show(new ServerMessage.AccountState(0, "ada", 1, 0, 0, List.of(), role));
    }

    private void type(Object... fieldsAndTexts) {
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            model.text((OperatorField) fieldsAndTexts[i]).set((String) fieldsAndTexts[i + 1]);
        }
    }

    private void assertSends(Command expected) {
        assertEquals("", model.problemProperty().get());
        assertTrue(model.send());
        assertFalse(model.send(), "one is under way");
        assertEquals(expected, stage.sent.peek().command());
    }

    private void accepted() {
        stage.answer(new Answer(9, Reason.ACCEPTED, 0, 0, 0, 0, List.of()), "");
        stage.turn();
    }
}
