package outcry.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of a trader's commands: whose account, by which way. */
final class AccountOptions {
    private static final String NAME_PATTERN = "[A-Za-z0-9._-]{1,32}";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            defaultValue = "",
            description =
                    "account to trade for, opened on first use; default: the name of this"
                            + " computer's user")
    private String account;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "file with the account's secret on its first line; default: one made for this"
                            + " user")
    private Path secretFile;

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            defaultValue = "",
            description = "one node's trader port to use, and no other; default: the best found")
    private String connect;

    String connect() {
        return connect;
    }

    /** The account asked for, or an empty string. */
    String account() {
        return account.isEmpty() ? "" : checked(account);
    }

    /** The account asked for, or that of this computer's user. */
    String accountOrUser() {
        return checked(account.isEmpty() ? System.getProperty("user.name", "") : account);
    }

    String secret(Folders folders) throws CommandFailed {
        return Secret.read(secretFile, folders);
    }

    private String checked(String name) {
        if (!name.matches(NAME_PATTERN)) {
            throw UsageErrors.bad(
                    command,
                    "--account",
                    "an account's name is 1 to 32 of A-Z a-z 0-9 . _ -, not '"
                            + name
                            + "': give one with --account");
        }
        return name;
    }
}
