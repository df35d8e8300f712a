package outcry.journal;

import java.io.IOException;
import java.util.List;

/**
 * One folder of plain files, as far as the journal needs one; so small that a simulator can stand
 * in and lose what was not synced. Different threads may use different files at once.
 */
public interface Disk {
    /** Names of the files there are, in any order. */
    List<String> list() throws IOException;

    /**
     * Makes a file of {@code bytes} zeros, replacing one of that name. Its space is taken and the
     * zeros are durable, so that writing into it later needs no room; its name is durable after
     * {@link #syncNames}.
     */
    DiskFile create(String name, long bytes) throws IOException;

    /** Opens a file that is there. */
    DiskFile open(String name) throws IOException;

    /** Gives a file another name at once, replacing what had that name. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file, if it is there. */
    void delete(String name) throws IOException;

    /** Makes every name given or taken away so far durable. */
    void syncNames() throws IOException;

    /** The file's whole name, for people. */
    String describe(String name);
}
