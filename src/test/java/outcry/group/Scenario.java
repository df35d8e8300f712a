package outcry.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs a script against a few group members and writes down, next to each step, what came of it:
 * {@code step | outcome}. A test is a script with its expected outcomes; reviewing it needs no
 * knowledge of the code.
 *
 * <pre>
 * group             all members start and form a group; only who leads is written down
 * start 1 2         members start, with an empty log; a member started again is a new incarnation
 * run 3s            time passes and every message arrives, after its pair's delay; only what
 *                   members decide is written down, not what they say
 * after 100ms       time passes, nothing arrives
 * flush             what is under way arrives; what that leads to is then under way
 * flush Data        only messages of this kind arrive
 * propose 1 a b     member 1 is asked to sequence the commands a and b, in one turn
 * fill 1 100        member 1 sequences a hundred commands; nothing is written down
 * drop 1->2 Data    what is under way from 1 to 2 of this kind is lost (kind may be left out)
 * dup 1->2 Data     it arrives twice
 * lose 1->2 Data    from now on all of this kind is lost
 * isolate 1         nothing leaves or reaches 1; links stay up but carry nothing
 * deaf 1            no multicast reaches 1
 * heal              ends all losing, isolation and deafness
 * crash 1           its process is killed
 * spoil 1           its copy of the application becomes another; noticed with the next command
 * kill-link 1-2     the links between them break
 * delay 1-2 5ms     what they send each other takes this long (1 ms otherwise)
 * elect 1           an operator asks 1 for an election
 * leave 1           member 1 leaves the group
 * continue 1        an operator lets 1 go on without the others
 * state             role, term and indexes of every member
 * log 1             the entries member 1 was told to keep, by index, term and command
 * counters 1        what member 1 counted since the last time, or since the group was formed
 * show Heartbeat    writes messages of this kind down, also in run (see {@link ScenarioText})
 * </pre>
 */
final class Scenario {
    private static final int STEP_WIDTH = 18;
    private static final int LINE_WIDTH = 96;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ScenarioWorld world;

    private Scenario(ScenarioWorld world) {
        this.world = world;
    }

    /** Members 1 to {@code count}, none of them started; number n has id n and address 10.0.0.n. */
    static Scenario ofMembers(int count, ElectionPolicy policy) {
        return new Scenario(new ScenarioWorld(count, policy));
    }

    /** Gives member {@code number} another address. */
    Scenario at(int number, String host) {
        world.setHost(number, host);
        return this;
    }

    /**
     * Runs the left column of {@code script}; fails unless the right column is what comes of it.
     */
    void check(String script) {
        StringBuilder actual = new StringBuilder();
        for (String line : script.lines().toList()) {
            String step = line.split("\\|", 2)[0].strip();
            if (step.isEmpty()) {
                continue; // a continuation of the outcome above
            }
            execute(step.split(" +"));
            write(actual, step, world.takeOutcome());
        }
        assertEquals(script, actual.toString());
    }

    private void execute(String[] words) {
        String rest = String.join(" ", Arrays.copyOfRange(words, 1, words.length));
        switch (words[0]) {
            case "group" -> world.formGroup();
            case "fill" -> world.fill(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "counters" -> numbers(words).forEach(world::writeCounters);
            case "start" -> numbers(words).forEach(world::start);
            case "crash" -> numbers(words).forEach(world::crash);
            case "deaf" -> numbers(words).forEach(world::deafen);
            case "spoil" -> numbers(words).forEach(world::spoil);
            case "continue" -> numbers(words).forEach(world::continueAlone);
            case "elect" -> numbers(words).forEach(world::callElection);
            case "leave" -> numbers(words).forEach(world::leave);
            case "log" -> numbers(words).forEach(world::writeLog);
            case "run" -> world.run(nanos(words[1]));
            case "after" -> world.after(nanos(words[1]));
            case "flush" -> world.flush(rest);
            case "propose" ->
                    world.propose(
                            Integer.parseInt(words[1]), List.of(words).subList(2, words.length));
            case "drop" -> world.drop(path(words));
            case "dup" -> world.duplicate(path(words));
            case "lose" -> world.lose(path(words));
            case "isolate" -> numbers(words).forEach(world::isolate);
            case "heal" -> world.heal();
            case "kill-link" -> {
                String[] ends = words[1].split("-");
                world.killLink(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            }
            case "delay" -> {
                String[] ends = words[1].split("-");
                world.setDelay(
                        Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), nanos(words[2]));
            }
            case "state" -> world.writeState();
            case "show" -> world.text().show(words[1]);
            default -> throw new IllegalArgumentException("unknown step: " + words[0]);
        }
    }

    private static ScenarioWorld.Path path(String[] words) {
        String[] ends = words[1].split("->");
        return new ScenarioWorld.Path(
                Integer.parseInt(ends[0]),
                Integer.parseInt(ends[1]),
                words.length > 2 ? words[2] : "");
    }

    private static List<Integer> numbers(String[] words) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            numbers.add(Integer.parseInt(words[i]));
        }
        return numbers;
    }

    private static long nanos(String time) {
        return time.endsWith("ms")
                ? Long.parseLong(time.substring(0, time.length() - 2)) * NANOS_PER_MILLI
                : Long.parseLong(time.substring(0, time.length() - 1)) * 1_000 * NANOS_PER_MILLI;
    }

    private static void write(StringBuilder to, String step, List<String> outcome) {
        StringBuilder line = new StringBuilder(column(step));
        for (int i = 0; i < outcome.size(); i++) {
            String word = outcome.get(i) + (i < outcome.size() - 1 ? ";" : "");
            if (line.length() > STEP_WIDTH + 2 && line.length() + word.length() >= LINE_WIDTH) {
                to.append(line).append('\n');
                line = new StringBuilder(column(""));
            }
            line.append(' ').append(word);
        }
        to.append(line).append('\n');
    }

    private static String column(String step) {
        return String.format(Locale.ROOT, "%-" + STEP_WIDTH + "s|", step);
    }
}
