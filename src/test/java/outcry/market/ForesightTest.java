package outcry.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands foreseen, against the same commands that come one by one. */
class ForesightTest {
    /** So many orders, each at another price, that foreseeing is of use. */
    private static final int RESTING = 17_000;

    private static final int COMMANDS = 6_000;

    private final TradingFloor floor = new TradingFloor();
    private final TradingFloor foreseeing = new TradingFloor();

    @BeforeEach
    void fillTheBook() {
        send(new Command.OpenAccount("rich", new byte[] {1}, new byte[] {2}));
        send(new Command.DepositCash("rich", Limits.CASH_MAX / 2));
        for (int price = 1; price <= RESTING; price++) {
            send(buy("A", 40_000L * price));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("to foresee changes nothing, whatever the commands are")
    void foreseeingChangesNothing(long seed) {
        RandomCommands stream = RandomCommands.ofEverything(seed);
        int turn = 0;
        while (turn < COMMANDS) {
            // More than are looked at, and the last fewer.
            Command[] commands = new Command[1 + turn % 23];
            for (int i = 0; i < commands.length; i++) {
                commands[i] = stream.opening(turn++);
            }
            foreseeing.exchange.foresee(commands, 0, commands.length);
            assertEquals(floor.exchange.digest(), foreseeing.exchange.digest());
            for (Command command : commands) {
                stream.note(command, send(command));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 40_000, Long.MAX_VALUE})
    @DisplayName("prices and ids that cannot be are foreseen as nothing")
    void nonsenseIsForeseen(long odd) {
        List<Command> commands = new ArrayList<>();
        commands.add(buy("A", odd));
        commands.add(buy("B", odd));
        commands.add(buy("NONE", odd));
        commands.add(
                new Command.EnterOrder("rich", "A", null, null, null, odd, odd, odd, odd, true));
        commands.add(new Command.EnterOrder(null, null, Side.SELL, null, null, odd, odd));
        commands.add(new Command.CancelOrder("rich", odd));
        commands.add(new Command.CancelOrder(null, odd));
        commands.add(new Command.AmendOrder("nobody", odd, odd, odd));
        foreseeing.exchange.foresee(commands.toArray(new Command[0]), 0, commands.size());
        commands.forEach(this::send);
    }

    /** Sends it to both floors, where the same must come of it. */
    private Answer send(Command command) {
        Answer answer = floor.send(command);
        assertEquals(answer, foreseeing.send(command), command::toString);
        assertEquals(floor.events.lines(), foreseeing.events.lines(), command::toString);
        return answer;
    }

    private static Command buy(String instrument, long price) {
        return new Command.EnterOrder(
                "rich", instrument, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, price, 1);
    }
}
