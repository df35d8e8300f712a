package outcry.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and in one more what would be right. */
final class UsageErrors implements IParameterExceptionHandler {
    private final Settings settings;

    UsageErrors(Settings settings) {
        this.settings = settings;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String help = "'" + name + " --help' shows what there is";
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            boolean isOption = word.startsWith("-");
            String option = isOption ? word.split("=", 2)[0] : word;
            print(
                    command.getErr(),
                    (isOption ? "unknown option '" : "unknown command or argument '")
                            + option
                            + "' for "
                            + name,
                    NearMiss.hint(
                            option, isOption ? options(command) : subcommands(command), help));
        } else {
            ArgSpec argument = problem.getArgSpec();
            String origin =
                    argument == null || wasTyped(argument, arguments) ? "" : origin(argument);
            print(command.getErr(), message(problem, argument) + origin, help);
        }
        return ExitStatus.USAGE;
    }

    /**
     * The value of an option breaks a rule of its own; {@code message} says what would be right.
     */
    static ParameterException bad(CommandSpec command, String option, String message) {
        return new ParameterException(
                command.commandLine(), message, command.findOption(option), null);
    }

    static void print(PrintWriter errors, String message, String hint) {
        errors.println("outcry: " + message);
        errors.println("hint: " + hint);
        errors.flush();
    }

    private static String message(ParameterException problem, ArgSpec argument) {
        if (argument instanceof OptionSpec option && problem.getValue() != null) {
            return option.longestName()
                    + " takes "
                    + expected(option)
                    + ", not '"
                    + problem.getValue()
                    + "'";
        }
        String text = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        return text.isEmpty() ? "this command line cannot be understood" : lowerFirst(text);
    }

    private static String expected(OptionSpec option) {
        Class<?> type = option.type();
        if (type.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                words.add(constant.toString().toLowerCase(Locale.ROOT));
            }
            return String.join(" or ", words);
        }
        if (type == int.class || type == long.class) {
            return "a whole number";
        }
        return type == double.class ? "a number" : option.paramLabel();
    }

    private static boolean wasTyped(ArgSpec argument, String[] arguments) {
        if (argument instanceof OptionSpec option) {
            for (String word : arguments) {
                if (List.of(option.names()).contains(word.split("=", 2)[0])) {
                    return true;
                }
            }
        }
        return false;
    }

    private String origin(ArgSpec argument) {
        return settings.origin(argument);
    }

    private static Collection<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                names.addAll(List.of(option.names()));
            }
        }
        return names;
    }

    private static Collection<String> subcommands(CommandLine command) {
        return command.getSubcommands().keySet();
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
