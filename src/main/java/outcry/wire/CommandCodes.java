package outcry.wire;

import outcry.base.MalformedException;
import outcry.market.OrderType;
import outcry.market.Phase;
import outcry.market.Role;
import outcry.market.RoundAction;
import outcry.market.TimeInForce;

/**
 * What stands for the words of the market in the bytes of a command. Written out here because the
 * order of an enum may change and a log may not.
 */
final class CommandCodes {
    private CommandCodes() {}

    static int of(OrderType type) {
        return switch (type) {
            case LIMIT -> 0;
            case MARKET -> 1;
            case STOP -> 2;
            case STOP_LIMIT -> 3;
        };
    }

    static OrderType orderType(int code) {
        return switch (code) {
            case 0 -> OrderType.LIMIT;
            case 1 -> OrderType.MARKET;
            case 2 -> OrderType.STOP;
            case 3 -> OrderType.STOP_LIMIT;
            default -> throw new MalformedException("no order type of code " + code);
        };
    }

    static int of(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC -> 0;
            case IOC -> 1;
            case FOK -> 2;
            case DAY -> 3;
        };
    }

    static TimeInForce timeInForce(int code) {
        return switch (code) {
            case 0 -> TimeInForce.GTC;
            case 1 -> TimeInForce.IOC;
            case 2 -> TimeInForce.FOK;
            case 3 -> TimeInForce.DAY;
            default -> throw new MalformedException("no time in force of code " + code);
        };
    }

    static int of(Role role) {
        return switch (role) {
            case TRADER -> 0;
            case OPERATOR -> 1;
        };
    }

    static Role role(int code) {
        return switch (code) {
            case 0 -> Role.TRADER;
            case 1 -> Role.OPERATOR;
            default -> throw new MalformedException("no role of code " + code);
        };
    }

    static int of(Phase phase) {
        return switch (phase) {
            case PRE_OPEN -> 0;
            case OPENING_AUCTION -> 1;
            case CONTINUOUS -> 2;
            case CLOSING_AUCTION -> 3;
            case HALTED -> 4;
            case CLOSED -> 5;
        };
    }

    static Phase phase(int code) {
        return switch (code) {
            case 0 -> Phase.PRE_OPEN;
            case 1 -> Phase.OPENING_AUCTION;
            case 2 -> Phase.CONTINUOUS;
            case 3 -> Phase.CLOSING_AUCTION;
            case 4 -> Phase.HALTED;
            case 5 -> Phase.CLOSED;
            default -> throw new MalformedException("no phase of code " + code);
        };
    }

    static int of(RoundAction roundAction) {
        return switch (roundAction) {
            case START -> 0;
            case PAUSE -> 1;
            case RESUME -> 2;
            case END -> 3;
            case RESET -> 4;
        };
    }

    static RoundAction roundAction(int code) {
        return switch (code) {
            case 0 -> RoundAction.START;
            case 1 -> RoundAction.PAUSE;
            case 2 -> RoundAction.RESUME;
            case 3 -> RoundAction.END;
            case 4 -> RoundAction.RESET;
            default -> throw new MalformedException("no action of a round of code " + code);
        };
    }
}
