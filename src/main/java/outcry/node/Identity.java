package outcry.node;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The content of a data folder's identity file: three lines, strictly read, because a wrong id or
 * incarnation could let two nodes speak in one name.
 *
 * @param id random, never 0
 * @param incarnation counts the node's starts, from 1
 */
record Identity(long id, int incarnation) {
    private static final String HEADER = "# Identity of one Outcry node. Never copy this folder.";
    private static final String ID = "id=";
    private static final String INCARNATION = "incarnation=";

    /**
     * @throws IOException with a sentence, when the text is not exactly what {@link #toText} writes
     */
    static Identity parse(Path file, String text) throws IOException {
        String[] lines = text.split("\n", -1);
        if (lines.length == 4
                && lines[0].equals(HEADER)
                && lines[1].matches("id=[0-9a-f]{16}")
                && lines[2].matches("incarnation=[1-9][0-9]{0,9}")
                && lines[3].isEmpty()) {
            long id = Long.parseUnsignedLong(lines[1].substring(ID.length()), 16);
            long incarnation = Long.parseLong(lines[2].substring(INCARNATION.length()));
            if (id != 0 && incarnation <= Integer.MAX_VALUE) {
                return new Identity(id, (int) incarnation);
            }
        }
        throw new IOException(
                "the file "
                        + file
                        + " is damaged; restore it from a copy, or name an empty folder with"
                        + " --data: the node then joins as a new one");
    }

    Identity nextStart(Path file) throws IOException {
        if (incarnation == Integer.MAX_VALUE) {
            throw new IOException("the node of " + file + " was started too often for its counter");
        }
        return new Identity(id, incarnation + 1);
    }

    String toText() {
        return HEADER
                + "\n"
                + ID
                + String.format("%016x", id)
                + "\n"
                + INCARNATION
                + incarnation
                + "\n";
    }
}
