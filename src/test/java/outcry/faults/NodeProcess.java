package outcry.faults;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One headless node on its machine, started, killed and started again with the same folder. */
final class NodeProcess {
    /** Small files, so that many are begun and let go while a test runs. */
    static final int SEGMENT_BYTES = 256 * 1024;

    private static final int CHECKPOINT_BYTES = 4 * 1024 * 1024;
    private static final int EVENTS_MAX = 50_000;
    private static final long EXIT_SECONDS_MAX = 20;

    /** What the node said, and when this test heard it. */
    record Event(long atNanos, JsonObject json) {
        String name() {
            return json.get("event").getAsString();
        }

        String text(String field) {
            return json.has(field) ? json.get(field).getAsString() : "";
        }

        long number(String field) {
            return json.has(field) ? json.get(field).getAsLong() : 0;
        }
    }

    private final Lan lan;
    private final int machine;
    private final Path folder;
    private final List<String> options;
    private final List<Event> events = new ArrayList<>();
    private Process process;
    private BufferedWriter in;

    /**
     * @param folder takes the node's data, errors and events
     * @param options of the node's command, besides name, data and group
     */
    NodeProcess(Lan lan, int machine, Path folder, List<String> options) throws IOException {
        this.lan = lan;
        this.machine = machine;
        this.folder = folder;
        this.options = options;
        Files.createDirectories(data());
    }

    String name() {
        return "n" + machine;
    }

    int machine() {
        return machine;
    }

    /** The node's data folder. */
    Path data() {
        return folder.resolve(name());
    }

    /** Where its journal is. */
    Path journal() {
        return data().resolve("journal-" + FaultGroup.NAME);
    }

    /** Starts it; the events of the run before are forgotten. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(lan.on(machine));
        command.addAll(Jvm.command(folder, "-Xmx256m"));
        command.add("-Doutcry.journal.segment-bytes=" + SEGMENT_BYTES);
        command.add("-Doutcry.journal.checkpoint-bytes=" + CHECKPOINT_BYTES);
        command.addAll(List.of("outcry.Main", "node", "--headless", "--name", name()));
        command.addAll(List.of("--data", data().toString(), "--group", FaultGroup.NAME));
        command.addAll(options);
        Process started = Jvm.start(command, folder, folder.resolve(name() + ".err"));
        synchronized (events) {
            events.clear();
            process = started;
        }
        in = started.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> read(started), "events of " + name());
        reader.setDaemon(true);
        reader.start();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() throws IOException {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    /** SIGKILL without waiting. */
    void killAtOnce() {
        process.toHandle().destroyForcibly();
    }

    /** SIGTERM: leaves the group, then ends. */
    void terminate() throws IOException {
        process.toHandle().destroy();
        awaitExit();
    }

    /** SIGSTOP. */
    void stop() throws IOException {
        Lan.shell("kill -STOP " + process.pid());
    }

    /** SIGCONT. */
    void resume() throws IOException {
        Lan.shell("kill -CONT " + process.pid());
    }

    /** Waits for the end of the process; its exit status. */
    int awaitExit() throws IOException {
        try {
            if (!process.waitFor(EXIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
                throw new IOException(name() + " does not end\n" + story(60));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return process.exitValue();
    }

    /** Asks the node for its status; the event comes when it comes, if it can answer. */
    void askStatus() {
        try {
            in.write("status\n");
            in.flush();
        } catch (IOException e) {
            // It has just ended: then there is no status either.
            in = process.outputWriter(StandardCharsets.UTF_8);
        }
    }

    /** The latest event that fulfils the condition, or null. */
    Event latest(String event, Predicate<Event> condition) {
        synchronized (events) {
            for (int i = events.size() - 1; i >= 0; i--) {
                if (events.get(i).name().equals(event) && condition.test(events.get(i))) {
                    return events.get(i);
                }
            }
            return null;
        }
    }

    /** The first event heard after {@code sinceNanos} that fulfils the condition, or null. */
    Event first(String event, long sinceNanos, Predicate<Event> condition) {
        synchronized (events) {
            for (Event heard : events) {
                if (heard.atNanos() - sinceNanos >= 0
                        && heard.name().equals(event)
                        && condition.test(heard)) {
                    return heard;
                }
            }
            return null;
        }
    }

    /** The last events, for the report of a failure. */
    String story(int count) {
        StringBuilder text = new StringBuilder(name() + (isRunning() ? ":\n" : " (ended):\n"));
        synchronized (events) {
            for (Event event : events.subList(Math.max(0, events.size() - count), events.size())) {
                text.append("  ").append(event.json()).append('\n');
            }
        }
        return text.toString();
    }

    private void read(Process of) {
        try (BufferedReader out = of.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy =
                        Files.newBufferedWriter(
                                folder.resolve(name() + ".out"),
                                java.nio.file.StandardOpenOption.CREATE,
                                java.nio.file.StandardOpenOption.APPEND)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                long now = System.nanoTime();
                copy.write(line + "\n");
                copy.flush();
                if (!line.endsWith("}")) {
                    continue; // Cut short by its death.
                }
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                synchronized (events) {
                    if (process == of && events.size() < EVENTS_MAX) {
                        events.add(new Event(now, json));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
