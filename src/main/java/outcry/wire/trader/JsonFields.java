package outcry.wire.trader;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outcry.base.MalformedException;
import outcry.base.Money;

/**
 * One JSON object of untrusted text and its fields, each read as what it must be. A field that is
 * missing or of another kind is refused by name, with what would be right; fields nobody asks for
 * are ignored.
 */
final class JsonFields {
    private static final int NESTING_MAX = 8;

    /** A number keeps its text, so that no digit is lost on the way to a long. */
    private record Literal(String text) {}

    private final Map<String, Object> fields;

    private JsonFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Reads one object, and nothing after it.
     *
     * @throws MalformedException when the text is not one JSON object
     */
    static JsonFields parse(String line) {
        JsonReader reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(NESTING_MAX);
        try {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new MalformedException("a JSON object such as {\"type\":…} expected");
            }
            JsonFields object = new JsonFields(readObject(reader));
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedException("one JSON object a line expected");
            }
            return object;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new MalformedException("a JSON object expected: " + firstLine(e.getMessage()));
        }
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "a string");
    }

    String textOr(String name, String absent) {
        return has(name) ? text(name) : absent;
    }

    /**
     * Empty when the field is left out, which means all of them, or cash. An empty text is refused,
     * so that a variable a bot forgot to fill never means everything.
     */
    String symbolOrNone(String name) {
        String symbol = textOr(name, "");
        if (symbol.isEmpty() && has(name)) {
            throw wrong(name, "a symbol, or left out");
        }
        return symbol;
    }

    boolean isText(String name, String expected) {
        return expected.equals(fields.get(name));
    }

    /** A whole number in plain digits: no fraction, no exponent. */
    long number(String name) {
        if (fields.get(name) instanceof Literal literal) {
            if (!isWhole(literal.text)) {
                throw wrong(name, "a whole number in plain digits");
            }
            try {
                return Long.parseLong(literal.text);
            } catch (NumberFormatException e) {
                throw wrong(name, "a whole number of at most " + Long.MAX_VALUE);
            }
        }
        throw wrong(name, "a whole number");
    }

    long numberOr(String name, long absent) {
        return has(name) ? number(name) : absent;
    }

    int smallNumber(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw wrong(name, "a whole number of at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    boolean bool(String name) {
        if (fields.get(name) instanceof Boolean value) {
            return value;
        }
        throw wrong(name, "true or false");
    }

    /** A decimal string, in cents. */
    long money(String name) {
        if (!(fields.get(name) instanceof String text)) {
            throw wrong(name, "an amount in a string such as \"12.50\"");
        }
        try {
            return Money.parseSigned(text);
        } catch (MalformedException e) {
            throw new MalformedException(name + ": " + e.getMessage());
        }
    }

    /** 64 bits as 1 to 16 hexadecimal digits in a string. */
    long id(String name) {
        if (fields.get(name) instanceof String text && isHex(text)) {
            return Long.parseUnsignedLong(text, 16);
        }
        throw wrong(name, "1 to 16 hexadecimal digits in a string");
    }

    /** A signed 64-bit number in a string, for clients whose numbers have fewer bits. */
    long longText(String name) {
        if (fields.get(name) instanceof String text && isWhole(text)) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw wrong(name, "a whole number of at most " + Long.MAX_VALUE + " in a string");
            }
        }
        throw wrong(name, "a whole number in a string");
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> choices) {
        StringBuilder allowed = new StringBuilder();
        Object given = fields.get(name);
        for (E choice : choices.getEnumConstants()) {
            String word = word(choice);
            if (word.equals(given)) {
                return choice;
            }
            allowed.append(allowed.length() == 0 ? "" : ", ").append(word);
        }
        throw wrong(name, "one of " + allowed);
    }

    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(asObject(name, element));
        }
        return objects;
    }

    /** Elements that are themselves arrays, each seen as an object with fields "0", "1", … */
    List<JsonFields> tuples(String name) {
        List<JsonFields> tuples = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof List<?> parts)) {
                throw wrong(name, "an array of arrays");
            }
            Map<String, Object> numbered = new HashMap<>();
            for (Object part : parts) {
                numbered.put(Integer.toString(numbered.size()), part);
            }
            tuples.add(new JsonFields(numbered));
        }
        return tuples;
    }

    /** How an enum's constant is written on the wire. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<?> list(String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "an array");
    }

    private JsonFields asObject(String name, Object element) {
        if (element instanceof JsonFields object) {
            return object;
        }
        throw wrong(name, "an array of objects");
    }

    private MalformedException wrong(String name, String right) {
        return new MalformedException(
                name + (has(name) ? " must be " : " is missing: it must be ") + right);
    }

    private static Map<String, Object> readObject(JsonReader reader) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            Object value = readValue(reader);
            if (fields.containsKey(name)) {
                throw new MalformedException(shown(name) + " is there twice: once expected");
            }
            fields.put(name, value);
        }
        reader.endObject();
        return fields;
    }

    private static Object readValue(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case STRING -> reader.nextString();
            case NUMBER -> new Literal(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case BEGIN_OBJECT -> new JsonFields(readObject(reader));
            case BEGIN_ARRAY -> {
                List<Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(readValue(reader));
                }
                reader.endArray();
                yield list;
            }
            default -> {
                reader.nextNull();
                yield null;
            }
        };
    }

    private static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 16;
    }

    private static String shown(String name) {
        return name.length() > 32 ? name.substring(0, 32) + "…" : name;
    }

    /** Gson adds advice for Java programmers on further lines. */
    private static String firstLine(String message) {
        if (message == null) {
            return "it ends too early";
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
