package outcry.cli.console;

import outcry.market.Command;

/** What a line asks for. */
sealed interface Input {

    /** A command for the exchange; {@code inIssueMarketWords} when said in Group 12's words. */
    record Submit(Command command, boolean inIssueMarketWords) implements Input {}

    /** A question; {@code account} and {@code instrument} are empty where they do not matter. */
    record Ask(Question question, String account, String instrument) implements Input {}

    /** A line that can be answered without the exchange. */
    record Local(Reply reply) implements Input {}

    /** The trader is done. */
    record Quit() implements Input {}

    /** What can be asked. */
    enum Question {
        ACCOUNT,
        /** Group 12's {@code i}: the shares held, without money. */
        HOLDINGS,
        ORDERS,
        BOOK,
        TRADES,
        MARKET,
        MEMBERS,
        LEADER
    }
}
