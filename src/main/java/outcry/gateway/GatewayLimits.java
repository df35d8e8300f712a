package outcry.gateway;

import java.util.concurrent.TimeUnit;

/**
 * What the traders' door allows. Passing a limit that says "closes" gets one line that names it,
 * then the connection is closed; all others hold back or refuse.
 *
 * @param connections open at one time; one more is told so and closed
 * @param lineBytes longest line; a longer one closes
 * @param unreadBytes of feed waiting for a reader that does not read; more closes
 * @param unanswered requests and questions of one connection; from then on its input is left in the
 *     network until answers have gone out
 * @param subscriptions of one connection; more are refused
 * @param accounts one connection can be logged in to; more are refused
 * @param sessions one connection can use; more close
 * @param linesPerSecond of one connection; more close
 * @param badLines that could not be understood, and wrong secrets, of one connection; more close
 * @param helloNanos until the first message must have come; later closes
 * @param stallNanos a reader may take to read anything of what waits for it; longer closes
 * @param minIndexNanos a question waits for its minIndex; then it is answered with a Problem
 * @param backlog applied requests the node may be ahead of this door; more start the door over
 */
public record GatewayLimits(
        int connections,
        int lineBytes,
        int unreadBytes,
        int unanswered,
        int subscriptions,
        int accounts,
        int sessions,
        int linesPerSecond,
        int badLines,
        long helloNanos,
        long stallNanos,
        long minIndexNanos,
        int backlog) {

    /** What every node's door allows. */
    public static final GatewayLimits STANDARD =
            new GatewayLimits(
                    1_024,
                    64 * 1024,
                    4 * 1024 * 1024,
                    1_024,
                    1_024,
                    64,
                    16,
                    100_000,
                    100,
                    TimeUnit.SECONDS.toNanos(10),
                    TimeUnit.SECONDS.toNanos(60),
                    TimeUnit.SECONDS.toNanos(5),
                    65_536);
}
