package outcry.cli.demo;

/** Something the demo promises did not come true. */
final class DemoFailedException extends Exception {
    private static final long serialVersionUID = 1;

    DemoFailedException(String message) {
        super(message);
    }
}
