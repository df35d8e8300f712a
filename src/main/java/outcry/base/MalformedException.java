package outcry.base;

/**
 * Bytes or text from outside that do not follow their format; says what was wrong and where. Made
 * without a stack trace: whoever sends rubbish at line rate must not cost more than the look at it.
 */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedException(String message) {
        super(message, null, false, false);
    }
}
