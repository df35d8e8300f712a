package outcry.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.market.Exchange;
import outcry.market.Request;
import outcry.wire.CommandCodec;

class ReadAheadTest {
    private static final byte[] NONSENSE = {1, 2, 3};

    private final ReadAhead ahead = new ReadAhead();
    private final Exchange exchange = new Exchange();

    @Test
    @DisplayName("what was read ahead is given out in its turn")
    void inTurn() {
        List<byte[]> entries = entries(3);
        ahead.read(entries, exchange);
        for (int i = 0; i < 3; i++) {
            assertEquals(request(i + 1), ahead.take(entries.get(i)));
        }
        assertEquals(request(9), ahead.take(CommandCodec.encode(request(9))));
    }

    @Test
    @DisplayName("another entry than was read ahead is read for itself, and so are those behind it")
    void anotherEntry() {
        List<byte[]> entries = entries(3);
        ahead.read(entries, exchange);
        assertEquals(request(9), ahead.take(CommandCodec.encode(request(9))));
        assertEquals(request(1), ahead.take(entries.get(0)));
        assertEquals(request(3), ahead.take(entries.get(2)));
    }

    @Test
    @DisplayName("bytes that are no request are refused in their turn, not before")
    void malformed() {
        List<byte[]> entries = entries(3);
        entries.set(1, NONSENSE);
        ahead.read(entries, exchange);
        assertEquals(request(1), ahead.take(entries.get(0)));
        assertThrows(MalformedException.class, () -> ahead.take(NONSENSE));
        assertEquals(request(3), ahead.take(entries.get(2)));
    }

    @Test
    @DisplayName("the same array twice is the same request twice")
    void twice() {
        byte[] entry = CommandCodec.encode(request(1));
        ahead.read(List.of(entry, entry), exchange);
        Request first = ahead.take(entry);
        assertEquals(first, ahead.take(entry));
        assertEquals(first, ahead.take(entry));
    }

    @Test
    @DisplayName("what is read ahead is read once")
    void once() {
        List<byte[]> entries = entries(Exchange.FORESEEN_MAX);
        ahead.read(entries, exchange);
        entries.get(0)[9] ^= 1; // The session's last byte and the number: too late to matter.
        Request request = ahead.take(entries.get(0));
        assertEquals(request(1), request);
        assertSame(request.command().getClass(), Command.CancelOrder.class);
    }

    private static List<byte[]> entries(int count) {
        return new ArrayList<>(
                LongStream.rangeClosed(1, count)
                        .mapToObj(number -> CommandCodec.encode(request(number)))
                        .toList());
    }

    private static Request request(long number) {
        return new Request(7, number, number - 1, new Command.CancelOrder("ann", number));
    }
}
