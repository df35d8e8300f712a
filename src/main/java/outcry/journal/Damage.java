package outcry.journal;

/**
 * Bytes that were whole once and are not any more.
 *
 * @param file whole name of the file
 * @param offset byte in the file from which on it cannot be trusted
 * @param problem what was found there
 */
public record Damage(String file, long offset, String problem) {
    /** One sentence for people. */
    public String inWords() {
        return file + " is damaged at byte " + offset + ": " + problem;
    }
}
