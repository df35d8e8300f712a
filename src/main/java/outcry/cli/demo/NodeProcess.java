package outcry.cli.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/** A headless node as a process of its own; what it prints goes to the {@link Scene}. */
final class NodeProcess implements AutoCloseable {
    private static final long LEAVE_SECONDS_MAX = 10;
    private static final long DIE_SECONDS_MAX = 10;

    private final String name;
    private final Process process;
    private final Thread reader;

    private NodeProcess(String name, Process process, Scene scene) {
        this.name = name;
        this.process = process;
        reader = new Thread(() -> read(scene), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a node of the demo.
     *
     * @param folder for this node's data and its log
     */
    static NodeProcess start(String name, Stage stage, Path folder, Scene scene)
            throws IOException {
        List<String> command = stage.nodeCommand(name, folder);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log(folder)));
        // The demo's nodes depend on nothing but their arguments.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OUTCRY_"));
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        scene.starts(name);
        return new NodeProcess(name, builder.start(), scene);
    }

    static File log(Path folder) {
        return folder.resolve("stderr.log").toFile();
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Dies at once, without a word to anybody: {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    /** Leaves the group and ends; is killed when that takes too long. */
    void leave() throws InterruptedException {
        try (OutputStream in = process.getOutputStream()) {
            in.write("leave\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Logger.debug("{} ended before it was told to leave", name);
        }
        if (!process.waitFor(LEAVE_SECONDS_MAX, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Kills what still runs, and waits until it has ended and the scene knows. */
    @Override
    public void close() {
        kill();
        try {
            process.waitFor(DIE_SECONDS_MAX, TimeUnit.SECONDS);
            reader.join(TimeUnit.SECONDS.toMillis(DIE_SECONDS_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Scene scene) {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                JsonObject event = JsonParser.parseString(line).getAsJsonObject();
                scene.onEvent(name, event, System.nanoTime());
            }
        } catch (IOException e) {
            Logger.debug("{} was killed while it wrote", name);
        } catch (JsonParseException | IllegalStateException e) {
            Logger.warn("{} wrote something that is no event: {}", name, e.getMessage());
        }
        scene.ended(name);
    }
}
