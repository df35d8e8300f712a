package outcry.cli.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** What the console understands. */
final class Help {
    private static final List<String> ROWS =
            List.of(
                    "deposit 1000.00 | withdraw 50.00: money in and out",
                    "deposit ACME 100 | withdraw ACME 10: shares in and out",
                    "buy ACME 10 @ 12.50 [ioc|fok|day|post] | sell ACME 10 @ 12.60: limit order",
                    "buy ACME 10 @ 12.50 show 5: iceberg, shows 5 at a time",
                    "buy ACME 10 stop 12.60 | buy ACME 10 @ 12.70 stop 12.60: waits for a trade at"
                            + " 12.60",
                    "amend 17 5 @ 12.40 | amend 17 5 | amend 17 @ 12.40: what is open from now on",
                    "buy ACME 10 | sell ACME 10: at any price, what cannot trade is cancelled",
                    "cancel 17 | cancel all | cancel all ACME",
                    "book ACME | trades ACME | market: prices",
                    "orders | account: your own",
                    "members | leader: the group behind the exchange",
                    "list ACME [tick 0.01] [lot 1] [pool 0] [name Acme Corporation]",
                    "client1 b A 100 | client1 s A 100 | client1 i: issue market: take from the"
                            + " pool, give back, holdings",
                    "i: your own holdings",
                    "operate appoint ann: the first operator; help page 'console' has the rest",
                    "help | quit | exit");

    private Help() {}

    static Reply reply() {
        JsonArray commands = new JsonArray();
        ROWS.forEach(commands::add);
        JsonObject fields = new JsonObject();
        fields.add("commands", commands);
        return Reply.ok("Commands:", ROWS, fields);
    }
}
