package outcry.cli;

/** A command cannot go on: one sentence for the user, and the exit status. */
public final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    public CommandFailed(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
