package outcry.wire.trader;

import java.util.List;
import outcry.market.Answer;
import outcry.market.Fill;
import outcry.market.Reason;
import outcry.market.Role;
import outcry.wire.trader.ServerMessage.AccountState;
import outcry.wire.trader.ServerMessage.Answered;
import outcry.wire.trader.ServerMessage.Heartbeat;
import outcry.wire.trader.ServerMessage.Holding;
import outcry.wire.trader.ServerMessage.LoggedIn;
import outcry.wire.trader.ServerMessage.Member;
import outcry.wire.trader.ServerMessage.Members;
import outcry.wire.trader.ServerMessage.NodeState;
import outcry.wire.trader.ServerMessage.Problem;
import outcry.wire.trader.ServerMessage.Subscribed;
import outcry.wire.trader.ServerMessage.Welcome;

/** The lines of a node's door, except what they tell of the market: {@link FeedCodec}. */
final class ServerCodec {
    private ServerCodec() {}

    static String encode(ServerMessage message) {
        if (message instanceof Answered m) {
            return answered(m);
        }
        if (message instanceof Heartbeat m) {
            return JsonObject.ofType("heartbeat")
                    .number("index", m.index())
                    .number("term", m.term())
                    .text("leader", m.leader())
                    .text("explanation", m.explanation())
                    .end();
        }
        if (message instanceof Welcome m) {
            return JsonObject.ofType("welcome")
                    .number("version", m.version())
                    .text("node", m.node())
                    .id("nodeId", m.nodeId())
                    .text("group", m.group())
                    .id("generation", m.generation())
                    .number("term", m.term())
                    .text("leader", m.leader())
                    .end();
        }
        if (message instanceof LoggedIn m) {
            return JsonObject.ofType("logged_in")
                    .number("id", m.id())
                    .text("account", m.account())
                    .bool("ok", m.ok())
                    .text("message", m.message())
                    .end();
        }
        if (message instanceof Subscribed m) {
            return JsonObject.ofType("subscribed")
                    .number("id", m.id())
                    .bool("ok", m.ok())
                    .text("message", m.message())
                    .end();
        }
        if (message instanceof Problem m) {
            return JsonObject.ofType("problem")
                    .number("id", m.id())
                    .text("message", m.message())
                    .bool("closing", m.closing())
                    .end();
        }
        if (message instanceof AccountState m) {
            return account(m);
        }
        if (message instanceof Members m) {
            return members(m);
        }
        if (message instanceof NodeState m) {
            return nodeState(m);
        }
        return FeedCodec.encode(message);
    }

    static ServerMessage decode(String line) {
        JsonFields in = JsonFields.parse(line);
        String type = in.text("type");
        return switch (type) {
            case "welcome" ->
                    new Welcome(
                            in.smallNumber("version"),
                            in.text("node"),
                            in.id("nodeId"),
                            in.text("group"),
                            in.id("generation"),
                            in.number("term"),
                            in.text("leader"));
            case "logged_in" ->
                    new LoggedIn(
                            in.number("id"), in.text("account"), in.bool("ok"), in.text("message"));
            case "answer" -> answered(in);
            case "subscribed" -> new Subscribed(in.number("id"), in.bool("ok"), in.text("message"));
            case "account" -> account(in);
            case "members" -> members(in);
            case "node" -> nodeState(in);
            case "heartbeat" ->
                    new Heartbeat(
                            in.number("index"),
                            in.number("term"),
                            in.text("leader"),
                            in.text("explanation"));
            case "problem" -> new Problem(in.number("id"), in.text("message"), in.bool("closing"));
            default -> FeedCodec.decode(type, in);
        };
    }

    private static String answered(Answered m) {
        Answer answer = m.answer();
        return JsonObject.ofType("answer")
                .id("session", m.session())
                .number("number", m.number())
                .bool("ok", answer.isAccepted())
                .word("reason", answer.reason())
                .text("message", m.message())
                .number("index", answer.index())
                .number("order", answer.orderId())
                .number("filled", answer.filled())
                .number("resting", answer.resting())
                .number("detail", answer.detail())
                .objects("trades", answer.fills(), ServerCodec::writeFill)
                .end();
    }

    private static void writeFill(JsonObject out, Fill fill) {
        out.number("trade", fill.tradeId())
                .money("price", fill.price())
                .number("quantity", fill.quantity());
    }

    private static Answered answered(JsonFields in) {
        List<Fill> fills =
                in.objects("trades").stream()
                        .map(
                                fill ->
                                        new Fill(
                                                fill.number("trade"),
                                                fill.money("price"),
                                                fill.number("quantity")))
                        .toList();
        Answer answer =
                new Answer(
                        in.number("index"),
                        in.oneOf("reason", Reason.class),
                        in.number("order"),
                        in.number("filled"),
                        in.number("resting"),
                        in.number("detail"),
                        fills);
        return new Answered(in.id("session"), in.number("number"), answer, in.text("message"));
    }

    private static String account(AccountState m) {
        return JsonObject.ofType("account")
                .number("id", m.id())
                .text("account", m.account())
                .number("index", m.index())
                .money("cashAvailable", m.cashAvailable())
                .money("cashReserved", m.cashReserved())
                .objects(
                        "holdings",
                        m.holdings(),
                        (out, holding) ->
                                out.text("instrument", holding.instrument())
                                        .number("available", holding.available())
                                        .number("reserved", holding.reserved()))
                .word("role", m.role())
                .end();
    }

    private static AccountState account(JsonFields in) {
        List<Holding> holdings =
                in.objects("holdings").stream()
                        .map(
                                holding ->
                                        new Holding(
                                                holding.text("instrument"),
                                                holding.number("available"),
                                                holding.number("reserved")))
                        .toList();
        return new AccountState(
                in.number("id"),
                in.text("account"),
                in.number("index"),
                in.money("cashAvailable"),
                in.money("cashReserved"),
                holdings,
                in.has("role") ? in.oneOf("role", Role.class) : Role.TRADER);
    }

    private static String members(Members m) {
        return JsonObject.ofType("members")
                .number("id", m.id())
                .text("group", m.group())
                .id("generation", m.generation())
                .number("view", m.view())
                .number("term", m.term())
                .text("leader", m.leader())
                .number("commit", m.commitIndex())
                .text("explanation", m.explanation())
                .objects("members", m.members(), ServerCodec::writeMember)
                .end();
    }

    private static void writeMember(JsonObject out, Member member) {
        out.text("name", member.name())
                .id("id", member.nodeId())
                .text("address", member.address())
                .text("role", member.role())
                .text("state", member.state())
                .text("reason", member.reason())
                .bool("voter", member.voter())
                .number("roundTripNanos", member.roundTripNanos());
    }

    private static Members members(JsonFields in) {
        List<Member> members =
                in.objects("members").stream()
                        .map(
                                member ->
                                        new Member(
                                                member.text("name"),
                                                member.id("id"),
                                                member.text("address"),
                                                member.text("role"),
                                                member.text("state"),
                                                member.text("reason"),
                                                member.bool("voter"),
                                                member.number("roundTripNanos")))
                        .toList();
        return new Members(
                in.number("id"),
                in.text("group"),
                in.id("generation"),
                in.number("view"),
                in.number("term"),
                in.text("leader"),
                in.number("commit"),
                in.text("explanation"),
                members);
    }

    private static String nodeState(NodeState m) {
        return JsonObject.ofType("node")
                .number("id", m.id())
                .text("group", m.group())
                .id("generation", m.generation())
                .text("node", m.node())
                .id("nodeId", m.nodeId())
                .number("incarnation", m.incarnation())
                .text("address", m.address())
                .text("role", m.role())
                .text("state", m.state())
                .text("leader", m.leader())
                .number("term", m.term())
                .number("view", m.view())
                .number("commit", m.commit())
                .number("applied", m.applied())
                .text("digest", m.digest())
                .number("traders", m.traders())
                .end();
    }

    private static NodeState nodeState(JsonFields in) {
        return new NodeState(
                in.number("id"),
                in.text("group"),
                in.id("generation"),
                in.text("node"),
                in.id("nodeId"),
                in.smallNumber("incarnation"),
                in.text("address"),
                in.text("role"),
                in.text("state"),
                in.text("leader"),
                in.number("term"),
                in.number("view"),
                in.number("commit"),
                in.number("applied"),
                in.text("digest"),
                in.smallNumber("traders"));
    }
}
