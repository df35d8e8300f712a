package outcry.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;

class LineBufferTest {
    @Test
    void anyCutsGiveTheSameLines() {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("→".repeat(random.nextInt(i % 50 == 0 ? 20_000 : 40)));
        }
        byte[] bytes = (String.join("\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        LineBuffer buffer = new LineBuffer();
        List<String> got = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(9_000));
            buffer.add(ByteBuffer.wrap(bytes, at, count));
            at += count;
            for (String line = buffer.next(); line != null; line = buffer.next()) {
                got.add(line);
            }
        }
        assertEquals(lines, got);
    }

    @Test
    void aLineWithoutEndIsRefusedAtTheLimit() {
        LineBuffer buffer = new LineBuffer();
        byte[] part = new byte[1 << 20];
        for (int i = 0; i < LineBuffer.LINE_BYTES_MAX / part.length; i++) {
            buffer.add(ByteBuffer.wrap(part));
            assertNull(buffer.next());
        }
        buffer.add(ByteBuffer.wrap(part));
        assertThrows(MalformedException.class, buffer::next);
    }
}
