package outcry.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import outcry.base.Money;
import outcry.fuzz.Nonsense;
import outcry.fuzz.RandomOrders;
import outcry.market.Command;
import outcry.market.OrderType;
import outcry.market.Role;

/**
 * Lines typed into the console, right ones and such with a seed's nonsense in them. A right one
 * means what it says; of any other that is taken, the figures are those that were typed, as
 * unlimited numbers see them.
 */
class ConsoleFuzzTest {
    private static final int LINES = 100_000;
    private static final int ANSWER_MAX = 1_000;
    private static final Pattern FIGURE = Pattern.compile("@?[-+]?[0-9]+(\\.[0-9]+)?%?");

    /** Tick and lot when nobody says otherwise. */
    private static final List<BigDecimal> USUAL_OF_LISTING =
            List.of(new BigDecimal("0.01"), new BigDecimal("1.00"));

    private final Random random = new Random(20_261_122);
    private final Nonsense nonsense = new Nonsense(random);
    private final RandomOrders orders = new RandomOrders(random);
    private final LineParser parser = new LineParser("ann");

    @Test
    void everyCommandCanBeTypedAndIsUnderstoodAsItIs() {
        int typed = 0;
        for (int i = 0; i < LINES; i++) {
            Command command = orders.next();
            String line = typed(command);
            if (line == null) {
                continue;
            }
            typed++;
            assertEquals(new Input.Submit(command, false), parser.parse(line), line);
        }
        assertTrue(typed > LINES / 2, typed + " typed");
    }

    @Test
    void nonsenseIsAnsweredAndOverflowRefused() {
        int taken = 0;
        for (int i = 0; i < LINES; i++) {
            String right = typed(orders.next());
            if (right == null) {
                continue;
            }
            String line = changed(right);
            Input input = parser.parse(line);
            if (input instanceof Input.Submit submit) {
                taken++;
                assertEquals(figuresTyped(line, submit), figures(submit.command()), line);
            } else if (input instanceof Input.Local local) {
                String answer = local.reply().toJsonLine(1);
                assertFalse(answer.contains("\n"), answer);
                assertTrue(answer.length() < ANSWER_MAX + 6 * 16, answer);
            }
        }
        assertTrue(taken > LINES / 50, taken + " taken");
    }

    @Test
    void aLongLineGetsAShortAnswer() {
        for (String start : List.of("buy ACME ", "cancel ", "", "deposit ", "operate appoint ")) {
            for (String filling : List.of("9", "A", "-", "\u00e4", "@")) {
                Input input = parser.parse(start + filling.repeat(60_000));
                String answer = ((Input.Local) input).reply().toJsonLine(1);
                assertTrue(answer.length() < ANSWER_MAX, answer);
            }
        }
    }

    private String changed(String right) {
        String[] words = right.split(" ");
        int at = random.nextInt(words.length);
        switch (random.nextInt(5)) {
            case 0:
                return nonsense.spoil(right);
            case 1:
                words[at] = nonsense.word();
                return String.join(" ", words);
            case 2:
                List<String> fewer = new ArrayList<>(Arrays.asList(words));
                fewer.remove(at);
                return String.join(" ", fewer);
            case 3:
                return right + " " + nonsense.word();
            default:
                int other = random.nextInt(words.length);
                String word = words[at];
                words[at] = words[other];
                words[other] = word;
                return String.join(" ", words);
        }
    }

    /** The figures of a line that was taken; names and free text are none. */
    private static List<BigDecimal> figuresTyped(String line, Input.Submit submit) {
        String[] words = line.strip().split("\\s+");
        List<BigDecimal> figures = new ArrayList<>();
        String verb = words[0].toLowerCase(Locale.ROOT);
        boolean isOperator = verb.equals("operate");
        String second = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "";
        for (int i = 1; i < words.length; i++) {
            boolean isTail =
                    verb.equals("list") && words[i].equalsIgnoreCase("name")
                            || isOperator
                                    && second.equals("correct")
                                    && i >= (FIGURE.matcher(words[3]).matches() ? 4 : 5);
            if (isTail) {
                break;
            }
            boolean isName =
                    i == 1 && !verb.equals("cancel") && !verb.equals("amend") && words.length > 2
                            || isOperator && i == 2 && !second.equals("start")
                            || isOperator && i == 2 && words.length > 3
                            || verb.equals("cancel") && i == 2
                            || isOperator
                                    && second.equals("correct")
                                    && i == 3
                                    && !words[i].matches("[-+]?[0-9].*")
                            || i == 2 && submit.inIssueMarketWords();
            if (!isName && FIGURE.matcher(words[i]).matches()) {
                add(figures, new BigDecimal(words[i].replaceAll("[@%+]", "")));
            }
        }
        if (verb.equals("list")) {
            figures.removeAll(USUAL_OF_LISTING);
        }
        figures.sort(null);
        return figures;
    }

    private static void add(List<BigDecimal> figures, BigDecimal figure) {
        if (figure.signum() != 0) {
            figures.add(figure.setScale(2));
        }
    }

    private static List<BigDecimal> figures(Command command) {
        List<BigDecimal> figures = new ArrayList<>();
        long[] cents = {};
        long[] counts = {};
        if (command instanceof Command.EnterOrder c) {
            cents = new long[] {c.price(), c.stop()};
            counts = new long[] {c.quantity(), c.display()};
        } else if (command instanceof Command.AmendOrder c) {
            cents = new long[] {c.price()};
            counts = new long[] {c.orderId(), c.quantity()};
        } else if (command instanceof Command.CancelOrder c) {
            counts = new long[] {c.orderId()};
        } else if (command instanceof Command.DepositCash c) {
            cents = new long[] {c.cents()};
        } else if (command instanceof Command.WithdrawCash c) {
            cents = new long[] {c.cents()};
        } else if (command instanceof Command.DepositShares c) {
            counts = new long[] {c.quantity()};
        } else if (command instanceof Command.WithdrawShares c) {
            counts = new long[] {c.quantity()};
        } else if (command instanceof Command.TakeFromPool c) {
            counts = new long[] {c.quantity()};
        } else if (command instanceof Command.ReturnToPool c) {
            counts = new long[] {c.quantity()};
        } else if (command instanceof Command.SetBand c) {
            cents = new long[] {c.reference(), c.basisPoints()};
        } else if (command instanceof Command.SetFees c) {
            cents = new long[] {c.maker(), c.taker()};
        } else if (command instanceof Command.SetStart c) {
            cents = c.instrument().isEmpty() ? new long[] {c.amount()} : cents;
            counts = c.instrument().isEmpty() ? counts : new long[] {c.amount()};
        } else if (command instanceof Command.Correct c) {
            cents = c.instrument().isEmpty() ? new long[] {c.amount()} : cents;
            counts = c.instrument().isEmpty() ? counts : new long[] {c.amount()};
        } else if (command instanceof Command.ListInstrument c) {
            cents = new long[] {c.tick()};
            counts = new long[] {c.lot(), c.pool()};
        }
        for (long amount : cents) {
            add(figures, BigDecimal.valueOf(amount, 2));
        }
        for (long count : counts) {
            add(figures, BigDecimal.valueOf(count));
        }
        if (command instanceof Command.ListInstrument) {
            figures.removeAll(USUAL_OF_LISTING);
        }
        figures.sort(null);
        return figures;
    }

    /** The command as somebody types it; null for one the console has no words for. */
    private static String typed(Command command) {
        if (command instanceof Command.EnterOrder c) {
            boolean isUsual =
                    c.type() == OrderType.MARKET
                            ? c.timeInForce().name().equals("IOC")
                            : c.timeInForce().name().equals("GTC");
            return word(c.side())
                    + " "
                    + c.instrument()
                    + " "
                    + c.quantity()
                    + (c.price() == 0 ? "" : " @ " + Money.format(c.price()))
                    + (isUsual ? "" : " " + word(c.timeInForce()))
                    + (c.display() == 0 ? "" : " show " + c.display())
                    + (c.stop() == 0 ? "" : " stop " + Money.format(c.stop()))
                    + (c.postOnly() ? " post" : "");
        } else if (command instanceof Command.AmendOrder c) {
            return "amend "
                    + c.orderId()
                    + (c.quantity() == 0 ? "" : " " + c.quantity())
                    + (c.price() == 0 ? "" : " @" + Money.format(c.price()));
        } else if (command instanceof Command.CancelOrder c) {
            return "cancel " + c.orderId();
        } else if (command instanceof Command.CancelAll c) {
            return ("cancel all " + c.instrument()).strip();
        } else if (command instanceof Command.DepositCash c) {
            return "deposit " + Money.format(c.cents());
        } else if (command instanceof Command.WithdrawCash c) {
            return "withdraw " + Money.format(c.cents());
        } else if (command instanceof Command.DepositShares c) {
            return "deposit " + c.instrument() + " " + c.quantity();
        } else if (command instanceof Command.WithdrawShares c) {
            return "withdraw " + c.instrument() + " " + c.quantity();
        } else if (command instanceof Command.ListInstrument c) {
            return "list "
                    + c.instrument()
                    + " tick "
                    + Money.format(c.tick())
                    + " lot "
                    + c.lot()
                    + " pool "
                    + c.pool()
                    + " name "
                    + c.name();
        }
        return typedByOperator(command);
    }

    private static String typedByOperator(Command command) {
        if (command instanceof Command.Appoint c) {
            return "operate " + (c.role() == Role.OPERATOR ? "appoint " : "dismiss ") + c.trader();
        } else if (command instanceof Command.SetPhase c) {
            String which = c.instrument().isEmpty() ? "all" : c.instrument();
            return "operate phase " + which + " " + word(c.phase());
        } else if (command instanceof Command.SetBand c) {
            return "operate band "
                    + c.instrument()
                    + " "
                    + Money.format(c.reference())
                    + " "
                    + Money.format(c.basisPoints());
        } else if (command instanceof Command.SetFees c) {
            return "operate fees "
                    + c.instrument()
                    + " "
                    + Money.format(c.maker())
                    + " "
                    + Money.format(c.taker())
                    + "%";
        } else if (command instanceof Command.Round c) {
            return "operate round " + word(c.action());
        } else if (command instanceof Command.SetStart c) {
            return c.instrument().isEmpty()
                    ? "operate start " + Money.format(c.amount())
                    : "operate start " + c.instrument() + " " + c.amount();
        } else if (command instanceof Command.Correct c) {
            return "operate correct "
                    + c.trader()
                    + " "
                    + (c.instrument().isEmpty()
                            ? Money.format(c.amount())
                            : c.instrument() + " " + c.amount())
                    + " "
                    + c.why();
        }
        return null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
