package outcry.desktop.trader.venue;

import java.util.List;

/** What an operator can do, and what each needs to know beside its choice. */
public enum OperatorAction {
    ROUND("Start, pause or end the round", "Do it"),
    PHASE("Set a phase", "Set the phase", OperatorField.INSTRUMENT),
    BAND(
            "Set a price band",
            "Set the band",
            OperatorField.INSTRUMENT,
            OperatorField.REFERENCE,
            OperatorField.PERCENT),
    FEES(
            "Set fees",
            "Set the fees",
            OperatorField.INSTRUMENT,
            OperatorField.MAKER,
            OperatorField.TAKER),
    LIST(
            "List an instrument",
            "List it",
            OperatorField.INSTRUMENT,
            OperatorField.NAME,
            OperatorField.TICK,
            OperatorField.LOT,
            OperatorField.POOL),
    ROLE("Appoint or dismiss an operator", "Do it", OperatorField.TRADER),
    START("Set what traders start with", "Set it", OperatorField.INSTRUMENT, OperatorField.AMOUNT),
    CORRECT(
            "Correct an account",
            "Correct it",
            OperatorField.TRADER,
            OperatorField.INSTRUMENT,
            OperatorField.AMOUNT,
            OperatorField.WHY);

    private final String words;
    private final String button;
    private final List<OperatorField> fields;

    OperatorAction(String words, String button, OperatorField... fields) {
        this.words = words;
        this.button = button;
        this.fields = List.of(fields);
    }

    /** What stands on the button that does it. */
    public String button() {
        return button;
    }

    /** What is typed for it, in the order of the form. */
    public List<OperatorField> fields() {
        return fields;
    }

    /** Whether anybody may as long as there is no operator (M16). */
    boolean isOpenToFirst() {
        return this == ROLE || this == LIST;
    }

    @Override
    public String toString() {
        return words;
    }
}
