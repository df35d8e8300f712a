package outcry.fuzz;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless node as a process of its own, and how it fares. */
final class FuzzedNode implements AutoCloseable {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private final Process process;
    private final Path log;
    private JsonObject ready;
    private JsonObject status;
    private String leader = "";
    private long leaders;
    private String failure = "";

    private FuzzedNode(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread reader = new Thread(this::read, "output of a node");
        reader.setDaemon(true);
        reader.start();
    }

    static FuzzedNode start(String name, Path folder, List<String> options) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("stderr.log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "outcry.Main",
                                "node",
                                "--headless",
                                "--name=" + name,
                                "--data=" + folder.resolve("data"),
                                "--founding-wait=1",
                                "--durability=process"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        File errors = log.toFile();
        builder.redirectError(errors);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OUTCRY_"));
        for (String kind : List.of("CONFIG", "DATA", "STATE")) {
            builder.environment().put("XDG_" + kind + "_HOME", folder.toString());
        }
        return new FuzzedNode(builder.start(), log);
    }

    /** A field of the event that the node began with. */
    synchronized int port(String field) {
        return ready == null ? 0 : ready.get(field).getAsInt();
    }

    synchronized boolean isReady() {
        return ready != null;
    }

    /** The leader it follows, by name; empty while there is none. */
    synchronized String leader() {
        return leader;
    }

    /** How often it recognised a leader. */
    synchronized long leaders() {
        return leaders;
    }

    /** What it said of itself since {@link #ask}; null before it did. */
    synchronized JsonObject status() {
        return status;
    }

    void ask() throws IOException {
        synchronized (this) {
            status = null;
        }
        process.getOutputStream().write("status\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Why it is not well; empty when it is. */
    synchronized String problem() throws IOException {
        if (!process.isAlive()) {
            return "it ended with status " + process.exitValue() + "; " + failure;
        }
        String errors = Files.readString(log);
        for (String sign : List.of("internal error", "Exception", "OutOfMemory")) {
            if (errors.contains(sign)) {
                return "its log speaks of " + sign + ": " + log;
            }
        }
        return failure;
    }

    /** Bytes alive on its heap after a full collection, in MiB. */
    double liveHeapMiB() throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder("jcmd", Long.toString(process.pid()), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        Matcher total = TOTAL.matcher(output);
        return total.find() ? Long.parseLong(total.group(1)) / 1_048_576.0 : -1;
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                onEvent(JsonParser.parseString(line).getAsJsonObject());
            }
        } catch (IOException e) {
            return; // Its process ended; problem() says so.
        }
    }

    private synchronized void onEvent(JsonObject event) {
        switch (event.get("event").getAsString()) {
            case "ready" -> ready = event;
            case "status" -> status = event;
            case "failed" -> failure = event.get("text").getAsString();
            case "leader" -> {
                leader = event.get("leader").getAsString();
                leaders++;
            }
            default -> {
                // Not of interest here.
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
