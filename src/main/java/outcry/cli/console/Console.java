package outcry.cli.console;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outcry.cli.CommandFailed;
import outcry.cli.ExitStatus;
import outcry.cli.LineSource;

/**
 * Runs a console: one thread reads lines and sends them at once, this one prints the answers in the
 * order of the lines. At most {@link #LINES_UNANSWERED_MAX} lines are under way; then reading
 * waits.
 */
public final class Console {
    private static final int LINES_UNANSWERED_MAX = 512;
    private static final int LINE_CHARACTERS_MAX = 4_096;
    private static final long CHECK_MILLIS = 100;

    private final ConsoleOptions options;
    private final PrintStream out;
    private final PrintStream notices;
    private final BlockingQueue<Output> outputs = new ArrayBlockingQueue<>(LINES_UNANSWERED_MAX);
    private boolean wasRefused;

    private Console(ConsoleOptions options, PrintStream out, PrintStream notices) {
        this.options = options;
        this.out = out;
        this.notices = notices;
    }

    /**
     * Reads lines until their end and answers each.
     *
     * @return the exit status
     */
    public static int run(
            ConsoleOptions options, InputStream in, PrintStream out, PrintStream notices)
            throws CommandFailed, InterruptedException {
        return new Console(options, out, notices).run(in);
    }

    private int run(InputStream in) throws CommandFailed, InterruptedException {
        NoticeListener listener = new NoticeListener(options.isInteractive() ? outputs : null);
        try (ExchangeLink link = new ExchangeLink(options.client(), options.secret(), listener)) {
            if (options.isInteractive()) {
                link.follow(options.account());
            }
            LineReader reader =
                    new LineReader(
                            new LineSource(
                                    new BufferedReader(
                                            new InputStreamReader(in, StandardCharsets.UTF_8)),
                                    LINE_CHARACTERS_MAX),
                            new LineParser(options.account()),
                            link,
                            outputs);
            Thread thread = new Thread(reader, "lines");
            thread.setDaemon(true);
            thread.start();
            return print(new Patience(options.waitNanos(), link));
        }
    }

    private int print(Patience patience) throws InterruptedException {
        prompt();
        for (Output output = outputs.take(); ; output = outputs.take()) {
            if (output instanceof Output.Answer answer) {
                Reply reply = await(answer, patience);
                if (reply == null) {
                    return giveUp(answer, patience);
                }
                print(answer.number(), reply);
                prompt();
            } else if (output instanceof Output.Notice notice) {
                notices.println(notice.text());
                notices.flush();
            } else if (output instanceof Output.End end) {
                return exitStatus(end);
            }
        }
    }

    private int exitStatus(Output.End end) {
        if (!end.isComplete()) {
            return ExitStatus.FAILED;
        }
        return wasRefused && options.isStrict() ? ExitStatus.REJECTED : ExitStatus.DONE;
    }

    /** The reply, or null when patience has run out. */
    private static Reply await(Output.Answer answer, Patience patience)
            throws InterruptedException {
        patience.begin();
        while (true) {
            try {
                return answer.reply().get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (patience.isOver()) {
                    return null;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Every line read so far still gets its one answer. */
    private int giveUp(Output.Answer first, Patience patience) {
        Output output = first;
        while (output != null) {
            if (output instanceof Output.Answer answer) {
                print(answer.number(), answer.reply().getNow(patience.excuse(answer)));
            }
            output = outputs.poll();
        }
        notices.println("outcry: " + patience.problem());
        notices.flush();
        return patience.exitStatus();
    }

    private void print(long number, Reply reply) {
        wasRefused |= !reply.ok();
        if (options.asJson()) {
            out.println(reply.toJsonLine(number));
        } else {
            out.println(options.isInteractive() ? reply.toParagraph() : reply.toTextLine());
        }
        out.flush();
    }

    private void prompt() {
        if (options.isInteractive()) {
            out.print(options.account() + "> ");
            out.flush();
        }
    }
}
