package outcry.cli.console;

import java.util.concurrent.CompletableFuture;
import outcry.cli.console.Input.Submit;

/** What the console prints next, in order. */
sealed interface Output {

    /** The answer to line {@code number}, as soon as it is there. */
    record Answer(long number, Input input, CompletableFuture<Reply> reply) implements Output {
        /** Whether the exchange may have done something though no answer came. */
        boolean mayHaveHappened() {
            return input instanceof Submit;
        }
    }

    /** Something that happened meanwhile, for people. */
    record Notice(String text) implements Output {}

    /** No more lines are read; not complete when something failed. */
    record End(boolean isComplete) implements Output {}
}
