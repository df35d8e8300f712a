package outcry.cli.console;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.tinylog.Logger;
import outcry.cli.LineSource;

/** Reads lines, sends what they ask for at once, and queues their answers in order. */
final class LineReader implements Runnable {
    private final LineSource lines;
    private final LineParser parser;
    private final ExchangeLink link;
    private final BlockingQueue<Output> outputs;

    LineReader(
            LineSource lines, LineParser parser, ExchangeLink link, BlockingQueue<Output> outputs) {
        this.lines = lines;
        this.parser = parser;
        this.link = link;
        this.outputs = outputs;
    }

    @Override
    public void run() {
        boolean isComplete = false;
        try {
            try {
                readAll();
                isComplete = true;
            } finally {
                outputs.put(new Output.End(isComplete));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() throws InterruptedException {
        long number = 0;
        boolean isDone = false;
        while (!isDone) {
            LineSource.Line line = next();
            if (line == null) {
                return;
            }
            number++;
            Input input = line.isTooLong() ? tooLong() : parser.parse(line.text());
            outputs.put(new Output.Answer(number, input, answer(input)));
            isDone = input instanceof Input.Quit;
        }
    }

    private LineSource.Line next() {
        try {
            return lines.next();
        } catch (IOException e) {
            Logger.warn("Standard input cannot be read any more: {}", e.getMessage());
            return null;
        }
    }

    private CompletableFuture<Reply> answer(Input input) {
        if (input instanceof Input.Submit submit) {
            return link.submit(submit);
        }
        if (input instanceof Input.Ask ask) {
            return link.ask(ask);
        }
        Reply reply =
                input instanceof Input.Local local
                        ? local.reply()
                        : Reply.ok("Goodbye.", new JsonObject());
        return CompletableFuture.completedFuture(reply);
    }

    private static Input tooLong() {
        return new Input.Local(Reply.refused("SYNTAX", "the line is too long for any command"));
    }
}
