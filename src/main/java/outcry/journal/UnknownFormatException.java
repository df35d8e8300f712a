package outcry.journal;

import java.io.IOException;

/** A file of another version of this program; nothing was changed. */
public final class UnknownFormatException extends IOException {
    private static final long serialVersionUID = 1;

    UnknownFormatException(String file, int version, int known) {
        super(
                file
                        + " has format version "
                        + version
                        + "; this program reads version "
                        + known
                        + ". Start the version of Outcry that wrote it, or name an empty folder"
                        + " with --data: the node then joins as a new one");
    }
}
