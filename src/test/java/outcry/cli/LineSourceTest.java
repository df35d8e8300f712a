package outcry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LineSourceTest {
    @Test
    void linesEndAtEitherKindOfEndAndTheLastNeedsNone() throws IOException {
        LineSource lines = new LineSource(new StringReader("one\r\n\nthree"), 10);
        assertEquals(new LineSource.Line("one", false), lines.next());
        assertEquals(new LineSource.Line("", false), lines.next());
        assertEquals(new LineSource.Line("three", false), lines.next());
        assertNull(lines.next());
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        LineSource lines = new LineSource(new StringReader("0123456789\nnext\n"), 4);
        assertEquals(new LineSource.Line("0123", true), lines.next());
        assertEquals(new LineSource.Line("next", false), lines.next());
        assertNull(lines.next());
    }
}
