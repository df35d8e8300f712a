package outcry.desktop.app;

/** No window can be shown here; the message says why and what would help. */
public final class DesktopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DesktopException(String message, Throwable cause) {
        super(message, cause);
    }
}
