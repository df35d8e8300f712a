package outcry.cli.console;

import outcry.client.ClientConfig;

/**
 * How a console behaves.
 *
 * @param account whose money and orders a line is about when it names no account
 * @param secret for that account and every other one a line names
 * @param asJson one JSON object for each answer
 * @param isStrict a refused line makes the exit status {@code REJECTED}
 * @param isInteractive somebody types: prompt, and tell what happens meanwhile
 * @param waitNanos without a serving exchange for this long, give up
 */
public record ConsoleOptions(
        ClientConfig client,
        String account,
        String secret,
        boolean asJson,
        boolean isStrict,
        boolean isInteractive,
        long waitNanos) {}
