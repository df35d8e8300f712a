package outcry.gateway;

import java.nio.charset.StandardCharsets;
import outcry.market.Command;
import outcry.wire.CommandCodec;

/**
 * Makes a command fit the log's layout, whatever a trader's program sent: a name that is too long
 * to be one travels as a name that cannot be one. So the market refuses it by its rules, and the
 * request's number is used up like any other.
 */
final class FittingNames {
    /** No name: a character that names do not have. */
    private static final String IMPOSSIBLE = "?";

    private FittingNames() {}

    /** The same command when its names fit; the account is one that is logged in, so it does. */
    static Command fit(Command command) {
        if (command instanceof Command.EnterOrder c && !fits(c.instrument())) {
            return new Command.EnterOrder(
                    c.account(),
                    IMPOSSIBLE,
                    c.side(),
                    c.type(),
                    c.timeInForce(),
                    c.price(),
                    c.quantity(),
                    c.stop(),
                    c.display(),
                    c.postOnly());
        } else if (command instanceof Command.DepositShares c && !fits(c.instrument())) {
            return new Command.DepositShares(c.account(), IMPOSSIBLE, c.quantity());
        } else if (command instanceof Command.WithdrawShares c && !fits(c.instrument())) {
            return new Command.WithdrawShares(c.account(), IMPOSSIBLE, c.quantity());
        } else if (command instanceof Command.TakeFromPool c && !fits(c.instrument())) {
            return new Command.TakeFromPool(c.account(), IMPOSSIBLE, c.quantity());
        } else if (command instanceof Command.ReturnToPool c && !fits(c.instrument())) {
            return new Command.ReturnToPool(c.account(), IMPOSSIBLE, c.quantity());
        } else if (command instanceof Command.CancelAll c && !fits(c.instrument())) {
            return new Command.CancelAll(c.account(), IMPOSSIBLE);
        } else if (command instanceof Command.ListInstrument c) {
            return fitListing(c);
        }
        return fitOfOperator(command);
    }

    private static Command fitOfOperator(Command command) {
        if (command instanceof Command.Appoint c) {
            return new Command.Appoint(c.account(), fitting(c.trader()), c.role());
        } else if (command instanceof Command.SetPhase c) {
            return new Command.SetPhase(c.account(), fitting(c.instrument()), c.phase());
        } else if (command instanceof Command.SetBand c) {
            return new Command.SetBand(
                    c.account(), fitting(c.instrument()), c.reference(), c.basisPoints());
        } else if (command instanceof Command.SetFees c) {
            return new Command.SetFees(c.account(), fitting(c.instrument()), c.maker(), c.taker());
        } else if (command instanceof Command.SetStart c) {
            return new Command.SetStart(c.account(), fitting(c.instrument()), c.amount());
        } else if (command instanceof Command.Correct c) {
            boolean isFitting = bytes(c.why()) <= CommandCodec.TITLE_BYTES_MAX;
            return new Command.Correct(
                    c.account(),
                    fitting(c.trader()),
                    fitting(c.instrument()),
                    c.amount(),
                    isFitting ? c.why() : "");
        }
        return command;
    }

    private static String fitting(String name) {
        return fits(name) ? name : IMPOSSIBLE;
    }

    private static Command fitListing(Command.ListInstrument c) {
        boolean nameFits = bytes(c.name()) <= CommandCodec.TITLE_BYTES_MAX;
        if (nameFits && fits(c.instrument())) {
            return c;
        }
        return new Command.ListInstrument(
                c.account(),
                fits(c.instrument()) ? c.instrument() : IMPOSSIBLE,
                nameFits ? c.name() : "",
                c.tick(),
                c.lot(),
                c.pool());
    }

    private static boolean fits(String name) {
        return bytes(name) <= CommandCodec.NAME_BYTES_MAX;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
