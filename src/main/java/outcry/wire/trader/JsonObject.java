package outcry.wire.trader;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import outcry.base.Money;

/** Writes one JSON object on one line, "type" first; the counterpart of {@link JsonFields}. */
final class JsonObject {
    private final StringWriter text;
    private final JsonWriter json;

    private JsonObject(StringWriter text) {
        this.text = text;
        this.json = new JsonWriter(text);
        json.setHtmlSafe(false);
    }

    static JsonObject ofType(String type) {
        JsonObject object = new JsonObject(new StringWriter(160));
        object.write(JsonWriter::beginObject);
        return object.text("type", type);
    }

    /** The finished line, without a line end. */
    String end() {
        write(JsonWriter::endObject);
        return text.toString();
    }

    JsonObject text(String name, String value) {
        return write(to -> to.name(name).value(value));
    }

    JsonObject word(String name, Enum<?> value) {
        return text(name, JsonFields.word(value));
    }

    JsonObject number(String name, long value) {
        return write(to -> to.name(name).value(value));
    }

    JsonObject bool(String name, boolean value) {
        return write(to -> to.name(name).value(value));
    }

    JsonObject money(String name, long cents) {
        return text(name, Money.format(cents));
    }

    JsonObject id(String name, long value) {
        return text(name, hex(value));
    }

    JsonObject longText(String name, long value) {
        return text(name, Long.toString(value));
    }

    /** An array of objects; {@code fields} writes the fields of one element. */
    <T> JsonObject objects(String name, List<T> elements, BiConsumer<JsonObject, T> fields) {
        write(to -> to.name(name).beginArray());
        for (T element : elements) {
            write(JsonWriter::beginObject);
            fields.accept(this, element);
            write(JsonWriter::endObject);
        }
        return write(JsonWriter::endArray);
    }

    /** An array of [price, quantity, orders]. */
    JsonObject levels(String name, List<ServerMessage.PriceLevel> levels) {
        write(to -> to.name(name).beginArray());
        for (ServerMessage.PriceLevel level : levels) {
            write(
                    to ->
                            to.beginArray()
                                    .value(Money.format(level.price()))
                                    .value(level.quantity())
                                    .value(level.orders())
                                    .endArray());
        }
        return write(JsonWriter::endArray);
    }

    static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private interface Step {
        void write(JsonWriter to) throws IOException;
    }

    private JsonObject write(Step step) {
        try {
            step.write(json);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter never throws
        }
    }
}
