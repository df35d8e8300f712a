package outcry.cli.console;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The one answer to a line.
 *
 * @param headline says it all in a sentence, or introduces the rows
 * @param rows details, one each
 * @param json fields of the answer for scripts, without {@code line}
 */
record Reply(boolean ok, String headline, List<String> rows, JsonObject json) {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    Reply {
        rows = List.copyOf(rows);
    }

    static Reply ok(String headline, List<String> rows, JsonObject fields) {
        JsonObject json = new JsonObject();
        json.addProperty("ok", true);
        addAll(json, fields);
        return new Reply(true, headline, rows, json);
    }

    static Reply ok(String headline, JsonObject fields) {
        return ok(headline, List.of(), fields);
    }

    /** {@code reason} is an enumerated word, {@code message} says what would be right. */
    static Reply refused(String reason, String message) {
        return refused(reason, message, "Refused, " + reason + ": " + message, new JsonObject());
    }

    static Reply refused(String reason, String message, String headline, JsonObject fields) {
        JsonObject json = new JsonObject();
        json.addProperty("ok", false);
        json.addProperty("reason", reason);
        json.addProperty("message", message);
        addAll(json, fields);
        return new Reply(false, headline, List.of(), json);
    }

    /** One JSON object, on one line. */
    String toJsonLine(long line) {
        JsonObject numbered = new JsonObject();
        numbered.addProperty("line", line);
        addAll(numbered, json);
        return GSON.toJson(numbered);
    }

    /** For scripts: one line, whatever there is to say. */
    String toTextLine() {
        return rows.isEmpty() ? headline : headline + " " + String.join("; ", rows);
    }

    /** For people: a row on each line. */
    String toParagraph() {
        return rows.isEmpty() ? headline : headline + "\n  " + String.join("\n  ", rows);
    }

    private static void addAll(JsonObject to, JsonObject from) {
        for (Map.Entry<String, JsonElement> field : from.entrySet()) {
            to.add(field.getKey(), field.getValue());
        }
    }
}
