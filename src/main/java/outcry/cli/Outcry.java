package outcry.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program as a command: without a subcommand it opens a trader's window. */
@Command(
        name = "outcry",
        description = "A replicated stock exchange for a local network.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Every option that takes a value can also be set by an environment variable"
                    + " (--discovery-port: OUTCRY_DISCOVERY_PORT) or a line of the configuration"
                    + " file (discovery-port = 17700). The command line beats the environment,"
                    + " which beats the file.",
            "",
            "Exit status: 0 done, 1 failed, 2 usage, 3 no exchange found, 4 rejected, 5 no leader"
                    + " or quorum in time."
        })
public final class Outcry implements Callable<Integer> {
    private final WindowOpener windows;
    private final Folders folders;

    @Mixin private StandardOptions standard;
    @Mixin private GroupOptions group;
    @Mixin private AccountOptions account;

    private Outcry(WindowOpener windows, Folders folders) {
        this.windows = windows;
        this.folders = folders;
    }

    /**
     * Runs one command line.
     *
     * @return the exit status, see {@link ExitStatus}
     */
    public static int run(WindowOpener windows, String... arguments) {
        Folders folders = Folders.ofThisUser();
        return run(commandLine(windows, folders), System.getenv(), folders, arguments);
    }

    static int run(
            CommandLine commandLine,
            Map<String, String> environment,
            Folders folders,
            String... arguments) {
        try {
            Settings settings =
                    Settings.load(
                            arguments,
                            environment,
                            folders.configFile(),
                            Settings.namesOf(commandLine));
            commandLine.setDefaultValueProvider(settings);
            commandLine.setParameterExceptionHandler(new UsageErrors(settings));
        } catch (Settings.SettingsException e) {
            UsageErrors.print(commandLine.getErr(), e.getMessage(), e.hint());
            return ExitStatus.USAGE;
        }
        return commandLine.execute(arguments);
    }

    static CommandLine commandLine(WindowOpener windows, Folders folders) {
        CommandLine commandLine = new CommandLine(new Outcry(windows, folders));
        commandLine.addSubcommand(new TraderCommand(windows, folders));
        commandLine.addSubcommand(new NodeCommand(windows, folders));
        commandLine.addSubcommand(new DemoCommand(windows, folders));
        commandLine.addSubcommand(new ConsoleCommand(folders));
        commandLine.addSubcommand(new StatusCommand());
        commandLine.addSubcommand(new BotsCommand());
        commandLine.addSubcommand(new BenchCommand());
        commandLine.addSubcommand(new SimulateCommand());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setOverwrittenOptionsAllowed(false);
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionExceptionHandler(Outcry::explain);
        return commandLine;
    }

    @Override
    public Integer call() throws CommandFailed {
        LogFile.open(folders, "trader");
        windows.trader(group.client(account.connect()), account.account(), account.secret(folders));
        return ExitStatus.DONE;
    }

    /**
     * What fails on purpose says so in a sentence; anything else is a fault and shows its trace.
     */
    private static int explain(
            Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter errors = command.getErr();
        if (problem instanceof CommandFailed failed) {
            errors.println("outcry: " + failed.getMessage());
            errors.flush();
            return failed.status();
        }
        errors.println("outcry: an unexpected problem, please report it:");
        problem.printStackTrace(errors);
        errors.flush();
        return ExitStatus.FAILED;
    }
}
