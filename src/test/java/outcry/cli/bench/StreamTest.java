package outcry.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcry.base.MalformedException;
import outcry.cli.bench.OrderStream.Kind;

class StreamTest {
    private static final StreamPlan PLAN = new StreamPlan(3, 200, 2_000, 7);

    @Test
    void theSamePlanGivesTheSameStream() {
        assertEquals(StreamGenerator.generate(PLAN), StreamGenerator.generate(PLAN));
    }

    @Test
    void theMixIsAsPromised() {
        OrderStream stream = StreamGenerator.generate(PLAN);
        assertEquals(2_000, stream.measured().size());
        assertTrue(stream.filling().stream().allMatch(o -> o.kind() == Kind.NEW));
        assertEquals(900, count(stream, Kind.NEW), 100);
        assertEquals(800, count(stream, Kind.CANCEL), 100);
        assertEquals(200, count(stream, Kind.IOC), 60);
        assertEquals(100, count(stream, Kind.REDUCE), 50);
    }

    @Test
    void textComesBackAsItWas() throws IOException {
        OrderStream stream = StreamGenerator.generate(PLAN);
        StringWriter text = new StringWriter();
        StreamText.write(stream, text);
        OrderStream back = read(text.toString());
        assertEquals(stream.filling(), back.filling());
        assertEquals(stream.measured(), back.measured());
        assertEquals(3, back.instruments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new 2 0 0 buy 10 1",
                "new 1 1 0 buy 10 1",
                "new 1 0 0 hold 10 1",
                "new 1 0 0 buy 10",
                "cancel 1 0",
                "reduce x 0 1",
                "instruments 0",
                "nonsense"
            })
    void aLineThatIsNoOperationIsRefusedByNumber(String line) {
        String text = "# outcry order stream 1\n" + line + "\n";
        MalformedException refusal = assertThrows(MalformedException.class, () -> read(text));
        assertTrue(refusal.getMessage().startsWith("line 2 "), refusal.getMessage());
    }

    @Test
    void aFileIsMeasuredLikeTheStreamItWasMadeFrom(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stream.txt");
        MatchBench.write(PLAN, file);
        JsonObject fromFile = MatchBench.run(file, 1).toJson();
        JsonObject fromPlan = MatchBench.run(PLAN, 1).toJson();
        assertEquals(fromPlan.get("trades"), fromFile.get("trades"));
        assertEquals(fromPlan.get("volume"), fromFile.get("volume"));
        assertTrue(fromPlan.get("trades").getAsLong() > 100);
        assertTrue(fromPlan.get("operationsPerSecond").getAsLong() > 0);
        assertTrue(fromPlan.getAsJsonObject("latencyNanos").has("p99.9"));
    }

    private static long count(OrderStream stream, Kind kind) {
        return stream.measured().stream().filter(o -> o.kind() == kind).count();
    }

    private static OrderStream read(String text) throws IOException {
        return StreamText.read(new BufferedReader(new StringReader(text)));
    }
}
