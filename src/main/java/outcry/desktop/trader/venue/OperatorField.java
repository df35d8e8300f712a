package outcry.desktop.trader.venue;

/** What an operator types. */
public enum OperatorField {
    INSTRUMENT("Instrument", "symbol, such as ACME"),
    REFERENCE("Reference price", "empty: no band"),
    PERCENT("Percent round it", "such as 5.00"),
    MAKER("Maker fee, percent", "such as 0.10"),
    TAKER("Taker fee, percent", "such as 0.25"),
    NAME("Full name", "such as Acme Corporation"),
    TICK("Tick", "0.01"),
    LOT("Lot", "1"),
    POOL("Shares in its pool", "0"),
    TRADER("Account", "whose"),
    AMOUNT("Cash or shares", "such as 1000.00"),
    WHY("Reason", "is recorded");

    private final String label;
    private final String prompt;

    OperatorField(String label, String prompt) {
        this.label = label;
        this.prompt = prompt;
    }

    public String label() {
        return label;
    }

    /** What an empty field shows: an example, or what is meant when it stays empty. */
    public String prompt() {
        return prompt;
    }
}
