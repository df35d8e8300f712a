package outcry.cli;

/** What the program's exit status means to a script. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    /** No exchange was found in time. */
    public static final int NO_EXCHANGE = 3;

    /** A scripted command was refused. */
    public static final int REJECTED = 4;

    /** The group had no leader or no quorum in time. */
    public static final int NO_LEADER = 5;

    private ExitStatus() {}
}
