package outcry.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help} and {@code --version}, everywhere. */
@Command(versionProvider = Version.class)
final class StandardOptions {
    @Option(names = "--help", usageHelp = true, description = "show this help and exit")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "show the version and exit")
    private boolean version;
}
