package outcry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcry.market.Command;
import outcry.market.Request;

class RecentNamesTest {
    private final RecentNames names = new RecentNames();

    @Test
    @DisplayName("a name read again is the same string")
    void theSameString() {
        byte[] bytes = CommandCodec.encode(new Request(1, 1, 0, new Command.CancelOrder("ann", 3)));
        String first = CommandCodec.decode(bytes).command().account();
        assertEquals("ann", first);
        assertNotSame("ann", first);
        assertSame(first, CommandCodec.decode(bytes).command().account());
    }

    @Test
    @DisplayName("names that meet at one place are never taken for each other")
    void manyNames() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 100_000; i++) {
                String name = "T" + i;
                String found = names.find(bytes(name));
                if (found != null) {
                    assertEquals(name, found);
                }
                names.add(name, bytes(name));
                assertSame(name, names.find(bytes(name)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Ü", "ann€", "\u0080", "\u00ff", "名"})
    @DisplayName("letters of several bytes are not remembered")
    void severalBytes(String name) {
        names.add(name, bytes(name));
        assertNull(names.find(bytes(name)));
        assertNull(names.find(name.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void theEmptyNameIsAName() {
        names.add("", new byte[0]);
        assertEquals("", names.find(new byte[0]));
        assertNull(names.find(new byte[1]));
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
