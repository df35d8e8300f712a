package outcry.simulation.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program with one rule broken on purpose.
 *
 * @param name what is wrong with it
 * @param rule of the protocol that it breaks
 * @param kinds the kinds of failure, any of which shows that the simulation noticed it: see {@code
 *     SimulationFailure.rule}
 * @param seeds known to show it, tried first
 * @param isRare whether only long runs show it: it takes a coincidence that few seeds have
 */
record Mutant(
        String name,
        String rule,
        List<Edit> edits,
        List<String> kinds,
        List<Long> seeds,
        boolean isRare) {
    private static final Path SOURCES = Path.of("src", "main", "java", "outcry");

    /**
     * A text and what stands there instead. White space counts as white space, however much.
     *
     * @param file below the program's root package
     */
    record Edit(String file, String text, String instead) {
        private Pattern pattern() {
            List<String> words = new ArrayList<>();
            for (String word : text.strip().split("\\s+")) {
                words.add(Pattern.quote(word));
            }
            return Pattern.compile(String.join("\\s+", words));
        }

        String applyTo(String source, String mutant) {
            Matcher matcher = pattern().matcher(source);
            if (!matcher.find()) {
                throw new IllegalStateException(
                        "mutant '" + mutant + "': " + file + " no longer has the text: " + text);
            }
            int start = matcher.start();
            int end = matcher.end();
            if (matcher.find()) {
                throw new IllegalStateException(
                        "mutant '" + mutant + "': " + file + " has the text twice: " + text);
            }
            return source.substring(0, start) + instead + source.substring(end);
        }
    }

    static Mutant of(String name, String rule, String file, String text, String instead) {
        return new Mutant(
                name, rule, List.of(new Edit(file, text, instead)), List.of(), List.of(), false);
    }

    /** The same with one edit more. */
    Mutant and(String file, String text, String instead) {
        List<Edit> more = new ArrayList<>(edits);
        more.add(new Edit(file, text, instead));
        return new Mutant(name, rule, more, kinds, seeds, isRare);
    }

    /** The same, noticed when one of these kinds of failure comes. */
    Mutant breaks(String... newKinds) {
        return new Mutant(name, rule, edits, List.of(newKinds), seeds, isRare);
    }

    /** The same, noticed in these seeds for certain. */
    Mutant in(Long... newSeeds) {
        return new Mutant(name, rule, edits, kinds, List.of(newSeeds), isRare);
    }

    /** The same, left to runs of many seeds. */
    Mutant rare() {
        return new Mutant(name, rule, edits, kinds, seeds, true);
    }

    /**
     * The changed sources, by file.
     *
     * @throws IllegalStateException when a text does not occur exactly once
     */
    Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Edit edit : edits) {
            String source = sources.get(edit.file());
            if (source == null) {
                source = Files.readString(SOURCES.resolve(edit.file()));
            }
            sources.put(edit.file(), edit.applyTo(source, name));
        }
        return sources;
    }
}
