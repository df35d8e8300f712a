package outcry.cli;

import java.util.Collection;

/** Finds what somebody who mistyped a word probably meant. */
public final class NearMiss {
    private static final int DISTANCE_MAX = 3;

    private NearMiss() {}

    /**
     * "did you mean …?" when one of {@code words} differs from {@code typed} by few letters, else
     * {@code otherwise}.
     */
    public static String hint(String typed, Collection<String> words, String otherwise) {
        String nearest = nearest(typed, words);
        return nearest.isEmpty() ? otherwise : "did you mean '" + nearest + "'?";
    }

    /** The most similar word, or an empty string when none is similar. */
    static String nearest(String typed, Collection<String> words) {
        String best = "";
        int bestDistance = Math.min(DISTANCE_MAX, typed.length() / 2) + 1;
        for (String word : words) {
            int distance = distance(typed, word);
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Levenshtein's distance, by two rows of its table. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int either = Math.min(above[column], here[column - 1]) + 1;
                here[column] = Math.min(either, above[column - 1] + change);
            }
            above = here;
        }
        return above[to.length()];
    }
}
