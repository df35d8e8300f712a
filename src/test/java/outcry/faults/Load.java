package outcry.faults;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of traders, and what they were answered. */
final class Load implements AutoCloseable {
    /**
     * One answer as a trader got it.
     *
     * @param atNanos when this test heard of it
     */
    record Answer(String account, long ticket, long index, String reason, long atNanos) {}

    private final Process process;
    private final BufferedWriter in;
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean isPaused;

    Load(Lan lan, int machine, Path folder, int traders, long seed) throws IOException {
        List<String> command = new ArrayList<>(lan.on(machine));
        command.addAll(Jvm.command(folder, "-Xmx128m"));
        command.add(RecordingTraders.class.getName());
        command.addAll(List.of(FaultGroup.NAME, "" + traders, "" + seed));
        process = Jvm.start(command, folder, folder.resolve("traders.err"));
        in = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Stops the load; {@link #isPaused} follows when everything sent is answered. */
    void pause() throws IOException {
        tell("pause");
    }

    void resume() throws IOException {
        synchronized (answers) {
            isPaused = false;
        }
        tell("resume");
    }

    boolean isPaused() {
        synchronized (answers) {
            return isPaused;
        }
    }

    /** How many answers there are. */
    int count() {
        synchronized (answers) {
            return answers.size();
        }
    }

    /** Answers from the {@code from}th on. */
    List<Answer> answers(int from) {
        synchronized (answers) {
            return List.copyOf(answers.subList(from, answers.size()));
        }
    }

    /** What the traders printed that is no answer. */
    List<String> complaints() {
        synchronized (answers) {
            List<String> all = new ArrayList<>(complaints);
            if (!process.isAlive()) {
                all.add("the traders' process has ended");
            }
            return all;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                long now = System.nanoTime();
                String[] words = line.split(" ");
                synchronized (answers) {
                    if (words[0].equals("answer") && words.length == 5) {
                        answers.add(
                                new Answer(
                                        words[1],
                                        Long.parseLong(words[2]),
                                        Long.parseLong(words[3]),
                                        words[4],
                                        now));
                    } else if (line.equals("paused")) {
                        isPaused = true;
                    } else {
                        complaints.add(line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
