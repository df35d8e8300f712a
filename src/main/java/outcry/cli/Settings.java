package outcry.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for options that were not given on the command line: the environment ({@code
 * OUTCRY_DISCOVERY_PORT}) beats the configuration file ({@code discovery-port = …}), which beats
 * the program's own default. Every option that takes a value has both.
 */
final class Settings implements IDefaultValueProvider {
    private static final String CONFIG = "config";

    private final Map<String, String> environment;
    private final Properties file;
    private final Path fileName;

    private Settings(Map<String, String> environment, Properties file, Path fileName) {
        this.environment = environment;
        this.file = file;
        this.fileName = fileName;
    }

    /**
     * Reads the configuration file that the arguments or the environment name, else the usual one
     * when there is one.
     *
     * @throws SettingsException with a sentence for the user
     */
    static Settings load(
            String[] arguments,
            Map<String, String> environment,
            Path usualFile,
            Set<String> knownNames)
            throws SettingsException {
        String named = configArgument(arguments);
        if (named == null) {
            named = environment.getOrDefault(variable(CONFIG), "");
        }
        Path path = named.isEmpty() ? usualFile : Path.of(named);
        Properties file = new Properties();
        if (!named.isEmpty() || Files.exists(path)) {
            read(path, file);
        }
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            if (!knownNames.contains(key)) {
                throw new SettingsException(
                        "unknown setting '" + key + "' in " + path,
                        NearMiss.hint(key, knownNames, "settings are named like the options"));
            }
        }
        return new Settings(environment, file, path);
    }

    /** The names of all options of all commands that take a value, without the dashes. */
    static Set<String> namesOf(CommandLine commandLine) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : commandLine.getCommandSpec().options()) {
            if (takesSetting(option)) {
                names.add(name(option));
            }
        }
        for (CommandLine subcommand : commandLine.getSubcommands().values()) {
            names.addAll(namesOf(subcommand));
        }
        return names;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !takesSetting(option)) {
            return null;
        }
        String fromEnvironment = environment.getOrDefault(variable(name(option)), "");
        return fromEnvironment.isEmpty() ? file.getProperty(name(option)) : fromEnvironment;
    }

    /**
     * Where the option's value comes from when not from the command line, such as " (from
     * OUTCRY_GROUP)".
     */
    String origin(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || defaultValue(option) == null) {
            return "";
        }
        String variable = variable(name(option));
        boolean isVariable = !environment.getOrDefault(variable, "").isEmpty();
        return " (from " + (isVariable ? variable : fileName) + ")";
    }

    private static boolean takesSetting(OptionSpec option) {
        return option.arity().max() > 0 && !option.hidden() && !name(option).equals(CONFIG);
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static String variable(String name) {
        return "OUTCRY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The configuration file must be known before the other options can have their defaults. */
    private static String configArgument(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--config=")) {
                return arguments[i].substring("--config=".length());
            }
            if (arguments[i].equals("--config") && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }

    private static void read(Path path, Properties into) throws SettingsException {
        try (Reader reader = Files.newBufferedReader(path)) {
            into.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(
                    "cannot read the configuration file " + path,
                    "it is a text file of lines like 'group = lab'; " + reasonOf(e));
        }
    }

    private static String reasonOf(Exception e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : "the system says: " + e.getMessage();
    }

    /** A setting that cannot be used: one sentence, and a hint what would be right. */
    static final class SettingsException extends Exception {
        private static final long serialVersionUID = 1;

        private final String hint;

        SettingsException(String message, String hint) {
            super(message);
            this.hint = hint;
        }

        String hint() {
            return hint;
        }
    }
}
