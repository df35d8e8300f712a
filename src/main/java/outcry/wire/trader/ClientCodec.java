package outcry.wire.trader;

import outcry.base.MalformedException;
import outcry.market.Command;
import outcry.wire.trader.ClientMessage.Hello;
import outcry.wire.trader.ClientMessage.Login;
import outcry.wire.trader.ClientMessage.Query;
import outcry.wire.trader.ClientMessage.Submit;
import outcry.wire.trader.ClientMessage.Subscribe;
import outcry.wire.trader.ClientMessage.Topic;
import outcry.wire.trader.ClientMessage.Unsubscribe;

/** The lines of a trader's program, except the commands in them: {@link CommandFields}. */
final class ClientCodec {
    private ClientCodec() {}

    static String encode(ClientMessage message) {
        if (message instanceof Submit m) {
            return CommandFields.write(m).end();
        }
        if (message instanceof Hello m) {
            return JsonObject.ofType("hello")
                    .number("version", m.version())
                    .text("client", m.client())
                    .end();
        }
        if (message instanceof Login m) {
            return JsonObject.ofType("login")
                    .number("id", m.id())
                    .text("account", m.account())
                    .text("secret", m.secret())
                    .end();
        }
        if (message instanceof Query m) {
            JsonObject json = JsonObject.ofType("query").number("id", m.id());
            return topic(
                    json.number("minIndex", m.minIndex()), m.topic(), m.account(), m.instrument());
        }
        if (message instanceof Subscribe m) {
            JsonObject json = JsonObject.ofType("subscribe").number("id", m.id());
            return topic(json, m.topic(), m.account(), m.instrument());
        }
        if (message instanceof Unsubscribe m) {
            JsonObject json = JsonObject.ofType("unsubscribe").number("id", m.id());
            return topic(json, m.topic(), m.account(), m.instrument());
        }
        throw new IllegalStateException("a message without a layout: " + message.getClass());
    }

    static ClientMessage decode(String line) {
        JsonFields in = JsonFields.parse(line);
        String type = in.text("type");
        return switch (type) {
            case "hello" -> new Hello(in.smallNumber("version"), in.textOr("client", ""));
            case "login" -> new Login(in.number("id"), in.text("account"), in.text("secret"));
            case "query" ->
                    new Query(
                            in.number("id"),
                            in.numberOr("minIndex", 0),
                            in.oneOf("topic", Topic.class),
                            in.textOr("account", ""),
                            in.textOr("instrument", ""));
            case "subscribe" ->
                    new Subscribe(
                            in.number("id"),
                            in.oneOf("topic", Topic.class),
                            in.textOr("account", ""),
                            in.textOr("instrument", ""));
            case "unsubscribe" ->
                    new Unsubscribe(
                            in.number("id"),
                            in.oneOf("topic", Topic.class),
                            in.textOr("account", ""),
                            in.textOr("instrument", ""));
            default -> submit(type, in);
        };
    }

    static long numberIn(String line, String field) {
        try {
            return JsonFields.parse(line).numberOr(field, 0);
        } catch (MalformedException e) {
            return 0; // The caller reports the line; here only its number is looked for.
        }
    }

    private static Submit submit(String type, JsonFields in) {
        if (!CommandFields.TYPES.contains(type)) {
            throw new MalformedException(
                    "type must be one of hello, login, query, subscribe, unsubscribe, "
                            + String.join(", ", CommandFields.TYPES));
        }
        long session = in.id("session");
        long number = in.number("number");
        if (session == 0 || number < 1) {
            throw new MalformedException(
                    session == 0
                            ? "session must be a random number other than 0"
                            : "number must count from 1");
        }
        long confirmed = in.number("confirmed");
        if (confirmed < 0 || confirmed >= number) {
            throw new MalformedException("confirmed must be between 0 and number - 1");
        }
        Command command = CommandFields.read(type, in);
        return new Submit(session, number, confirmed, command);
    }

    private static String topic(JsonObject json, Topic topic, String account, String instrument) {
        json.word("topic", topic);
        if (!account.isEmpty()) {
            json.text("account", account);
        }
        if (!instrument.isEmpty()) {
            json.text("instrument", instrument);
        }
        return json.end();
    }
}
