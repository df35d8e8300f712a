package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program as a process of its own, as a script would run it. */
final class ChildProcess implements AutoCloseable {
    private static final long SECONDS_MAX = 60;

    private final Process process;
    private final BufferedWriter in;
    private final List<String> lines = new ArrayList<>();
    private boolean isAtEnd;

    /** {@code javaOptions} may be empty; {@code home} takes settings, data, logs and errors. */
    ChildProcess(Path home, List<String> javaOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "outcry.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(home.resolve("errors.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OUTCRY_"));
        for (String folder : List.of("CONFIG", "DATA", "STATE")) {
            builder.environment().put("XDG_" + folder + "_HOME", home.toString());
        }
        process = builder.start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "output of a child process");
        reader.setDaemon(true);
        reader.start();
    }

    void type(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    void endInput() throws IOException {
        in.close();
    }

    /** SIGTERM; unlike {@link Process#destroy} it leaves the streams open. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitStatus() throws InterruptedException {
        assertTrue(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS), "the process does not end");
        return process.exitValue();
    }

    /** Everything printed, once the process has closed its output. */
    synchronized List<String> allLines() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!isAtEnd) {
            waitUntil(deadline, "the end of the output");
        }
        return List.copyOf(lines);
    }

    synchronized int lineCount() {
        return lines.size();
    }

    synchronized void awaitLines(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (lines.size() < count) {
            waitUntil(deadline, count + " lines");
        }
    }

    /** The first event of that name that fulfils {@code condition}, printed or still to come. */
    synchronized JsonObject awaitEvent(String name, Predicate<JsonObject> condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        for (int next = 0; ; ) {
            for (; next < lines.size(); next++) {
                JsonObject event = JsonParser.parseString(lines.get(next)).getAsJsonObject();
                if (event.get("event").getAsString().equals(name) && condition.test(event)) {
                    return event;
                }
            }
            waitUntil(deadline, "event " + name);
        }
    }

    JsonObject awaitEvent(String name) throws InterruptedException {
        return awaitEvent(name, event -> true);
    }

    @Override
    public void close() {
        kill();
    }

    private void waitUntil(long deadlineNanos, String what) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (left <= 0) {
            fail(what + " did not come; so far:\n" + String.join("\n", lines));
        }
        wait(left);
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (this) {
                    lines.add(line);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                isAtEnd = true;
                notifyAll();
            }
        }
    }
}
