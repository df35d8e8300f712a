package outcry.gateway;

import outcry.base.Check;
import outcry.market.CancelReason;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundState;
import outcry.market.Side;
import outcry.market.TimeInForce;

/**
 * What kind of event, whose and of what, in one long: code (5 bits), side (1), flag (1), a small
 * enumeration (4) and another (4), instrument (23), account (26). Lives in memory only.
 */
final class EventHeader {
    static final int ACCOUNT_OPENED = 1;
    static final int INSTRUMENT_LISTED = 2;
    static final int ACCEPTED = 3;
    static final int RESTED = 4;
    static final int TRADED = 5;
    static final int CANCELLED = 6;
    static final int CASH_CHANGED = 7;
    static final int SHARES_CHANGED = 8;
    static final int POOL_CHANGED = 9;
    static final int WAITING = 10;
    static final int TRIGGERED = 11;
    static final int REFILLED = 12;
    static final int WITHDRAWN = 13;
    static final int REDUCED = 14;
    static final int AMENDED = 15;
    static final int UNCROSSED = 16;
    static final int FEE_CHARGED = 17;
    static final int ROLE_CHANGED = 18;
    static final int PHASE_CHANGED = 19;
    static final int TERMS_CHANGED = 20;
    static final int ROUND_CHANGED = 21;
    static final int START_CHANGED = 22;
    static final int CORRECTED = 23;
    static final int FURTHER_TERMS = 24;
    static final int LAST_PRICE = 25;

    private static final int SIDE_AT = 5;
    private static final int FLAG_AT = 6;
    private static final int FIRST_AT = 7;
    private static final int SECOND_AT = 11;
    private static final int INSTRUMENT_AT = 15;
    private static final int ACCOUNT_AT = 38;
    private static final int CODE = 0x1F;
    private static final int SMALL = 0xF;
    private static final int INSTRUMENT_MAX = 0x7F_FFFF;
    private static final int ACCOUNT_MAX = 0x3FF_FFFF;

    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES = TimeInForce.values();
    private static final Phase[] PHASES = Phase.values();
    private static final Role[] ROLES = Role.values();
    private static final RoundState[] ROUND_STATES = RoundState.values();
    private static final CancelReason[] CANCEL_REASONS = CancelReason.values();

    private EventHeader() {}

    static long of(int code, int account, int instrument) {
        Check.that(
                account >= 0 && account <= ACCOUNT_MAX,
                "an account's number does not fit an event's header");
        Check.that(
                instrument >= 0 && instrument <= INSTRUMENT_MAX,
                "an instrument's number does not fit an event's header");
        return code | (long) instrument << INSTRUMENT_AT | (long) account << ACCOUNT_AT;
    }

    static long withSide(long header, Side side) {
        return header | (long) side.ordinal() << SIDE_AT;
    }

    static long withTerms(long header, OrderType type, TimeInForce timeInForce) {
        return header
                | (long) type.ordinal() << FIRST_AT
                | (long) timeInForce.ordinal() << SECOND_AT;
    }

    static long withCancel(long header, CancelReason why, boolean wasResting) {
        return header | (long) why.ordinal() << FIRST_AT | (wasResting ? 1L << FLAG_AT : 0);
    }

    static long withFlag(long header, boolean flag) {
        return flag ? header | 1L << FLAG_AT : header;
    }

    /** Any enumeration of at most sixteen words. */
    static long withWord(long header, Enum<?> word) {
        return header | (long) word.ordinal() << FIRST_AT;
    }

    static int code(long header) {
        return (int) header & CODE;
    }

    static int account(long header) {
        return (int) (header >>> ACCOUNT_AT);
    }

    static int instrument(long header) {
        return (int) (header >>> INSTRUMENT_AT) & INSTRUMENT_MAX;
    }

    static Side side(long header) {
        return SIDES[(int) (header >>> SIDE_AT) & 1];
    }

    static OrderType type(long header) {
        return TYPES[(int) (header >>> FIRST_AT) & SMALL];
    }

    static TimeInForce timeInForce(long header) {
        return TIMES[(int) (header >>> SECOND_AT) & SMALL];
    }

    static CancelReason cancelReason(long header) {
        return CANCEL_REASONS[(int) (header >>> FIRST_AT) & SMALL];
    }

    static Phase phase(long header) {
        return PHASES[(int) (header >>> FIRST_AT) & SMALL];
    }

    static Role role(long header) {
        return ROLES[(int) (header >>> FIRST_AT) & SMALL];
    }

    static RoundState roundState(long header) {
        return ROUND_STATES[(int) (header >>> FIRST_AT) & SMALL];
    }

    static boolean flag(long header) {
        return (header >>> FLAG_AT & 1) == 1;
    }
}
