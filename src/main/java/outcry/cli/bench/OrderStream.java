package outcry.cli.bench;

import java.util.List;

/**
 * Orders to replay: those that fill the books first, then those that are measured.
 *
 * @param about what it was made from, in words
 * @param instruments how many there are, called I0, I1, …
 * @param accounts how many there are, called T0, T1, …
 */
record OrderStream(
        String about,
        int instruments,
        int accounts,
        List<Operation> filling,
        List<Operation> measured) {

    enum Kind {
        /** A limit order that rests. */
        NEW,
        /** A limit order whose remainder is cancelled. */
        IOC,
        CANCEL,
        /** An order becomes smaller and keeps its place. */
        REDUCE
    }

    /**
     * One operation.
     *
     * @param order counts new and IOC orders from 1; cancels and reductions name one of these
     * @param isBuy of a new or IOC order, as are instrument, account and price
     * @param price in ticks
     * @param quantity of a new or IOC order; what is left open by a reduction
     */
    record Operation(
            Kind kind,
            long order,
            int instrument,
            int account,
            boolean isBuy,
            long price,
            long quantity) {}
}
