package outcry.market.rules;

import outcry.market.Limits;
import outcry.market.Reason;

/** Checks of amounts of money and of shares (M1). */
final class Amounts {
    private Amounts() {}

    /** Whether {@code cents} is positive; if not, {@code outcome} says so. */
    static boolean isMoney(long cents, Outcome outcome) {
        return cents > 0 || outcome.reject(Reason.BAD_AMOUNT, 1);
    }

    /** Whether {@code quantity} is a positive multiple of {@code lot} within the limit. */
    static boolean isQuantity(long quantity, long lot, Outcome outcome) {
        if (quantity <= 0 || lot != 1 && quantity % lot != 0) {
            return outcome.reject(Reason.BAD_QUANTITY, lot);
        }
        return quantity <= Limits.QUANTITY_MAX
                || outcome.reject(Reason.BAD_QUANTITY, Limits.QUANTITY_MAX);
    }
}
