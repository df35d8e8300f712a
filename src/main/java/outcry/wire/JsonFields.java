package outcry.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import outcry.base.MalformedException;

/** Checked reading of one JSON object; every fault is a {@link MalformedException} by name. */
final class JsonFields {
    private static final int BYTES_MAX = 2_048;
    private static final int HEX = 16;
    private static final int PORT_MAX = 65_535;
    private static final int DIGITS_MAX = 20;

    private final JsonObject json;

    private JsonFields(JsonObject json) {
        this.json = json;
    }

    static JsonFields parse(byte[] bytes, int offset, int length) {
        if (length > BYTES_MAX) {
            throw new MalformedException("a JSON message of " + length + " bytes is too long");
        }
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        JsonElement element;
        try {
            element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedException("something follows the JSON object");
            }
        } catch (JsonParseException | IOException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new MalformedException("not a JSON object: " + why);
        }
        if (!element.isJsonObject()) {
            throw new MalformedException("a JSON object expected");
        }
        return new JsonFields(element.getAsJsonObject());
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name, int lengthMax) {
        return text(name, primitive(name, json.get(name)), lengthMax);
    }

    /** An array of strings; empty when it is missing. */
    List<String> texts(String name, int countMax) {
        JsonElement element = json.get(name);
        if (element == null) {
            return List.of();
        }
        if (!element.isJsonArray() || element.getAsJsonArray().size() > countMax) {
            throw new MalformedException("\"" + name + "\" is not a list of " + countMax);
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement item : element.getAsJsonArray()) {
            texts.add(text(name, primitive(name, item), NodeInfoLayout.HOST_BYTES_MAX));
        }
        return texts;
    }

    long hex(String name) {
        String text = text(name, HEX);
        try {
            return Long.parseUnsignedLong(text, HEX);
        } catch (NumberFormatException e) {
            throw new MalformedException("\"" + name + "\" is not a hexadecimal number: " + text);
        }
    }

    long longNumber(String name) {
        JsonPrimitive value = primitive(name, json.get(name));
        if (!value.isNumber() || value.getAsString().length() > DIGITS_MAX) {
            throw new MalformedException("\"" + name + "\" is not a whole number");
        }
        try {
            return new BigDecimal(value.getAsString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new MalformedException("\"" + name + "\" is not a whole number");
        }
    }

    int number(String name) {
        long number = longNumber(name);
        if (number != (int) number) {
            throw new MalformedException("\"" + name + "\" is too large: " + number);
        }
        return (int) number;
    }

    int port(String name) {
        int port = number(name);
        if (port < 0 || port > PORT_MAX) {
            throw new MalformedException("\"" + name + "\" is not a port: " + port);
        }
        return port;
    }

    boolean flag(String name) {
        JsonPrimitive value = primitive(name, json.get(name));
        if (!value.isBoolean()) {
            throw new MalformedException("\"" + name + "\" is not true or false");
        }
        return value.getAsBoolean();
    }

    private static String text(String name, JsonPrimitive value, int lengthMax) {
        if (!value.isString() || value.getAsString().length() > lengthMax) {
            throw new MalformedException(
                    "\"" + name + "\" is not a string of at most " + lengthMax);
        }
        return value.getAsString();
    }

    private static JsonPrimitive primitive(String name, JsonElement value) {
        if (value == null || !value.isJsonPrimitive()) {
            throw new MalformedException("\"" + name + "\" is missing");
        }
        return value.getAsJsonPrimitive();
    }
}
