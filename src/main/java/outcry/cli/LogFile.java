package outcry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinylog.configuration.Configuration;

/**
 * Adds a log file to the log on standard error, where this platform keeps logs. To be called before
 * anything is logged: afterwards the log stays as it is.
 */
final class LogFile {
    private LogFile() {}

    /** Logs to {@code name}.log from now on: at most five files of 5 MB each. */
    static void open(Folders folders, String name) throws CommandFailed {
        if (Configuration.isFrozen()) {
            return;
        }
        Path folder = folders.logs();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "cannot make the folder for logs, " + folder + ": " + e.getMessage());
        }
        Configuration.set("writerFile", "rolling file");
        Configuration.set("writerFile.file", folder.resolve(name + ".{count}.log").toString());
        Configuration.set("writerFile.latest", folder.resolve(name + ".log").toString());
        Configuration.set("writerFile.policies", "startup, size: 5mb");
        Configuration.set("writerFile.backups", "4");
        Configuration.set("writerFile.level", "info");
        Configuration.set(
                "writerFile.format",
                "{date: yyyy-MM-dd HH:mm:ss.SSS} {level} {class-name}: {message}");
    }
}
