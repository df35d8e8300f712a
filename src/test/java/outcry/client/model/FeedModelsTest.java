package outcry.client.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.market.Side;
import outcry.wire.trader.ServerMessage;

/** Tape, instruments and members. */
class FeedModelsTest {
    private static ServerMessage.Trade trade(long id) {
        return new ServerMessage.Trade("A", id, 1_000 + id, 5, Side.BUY, id, 0);
    }

    private static ServerMessage.Trades trades(long... ids) {
        return new ServerMessage.Trades(
                0, "A", java.util.Arrays.stream(ids).mapToObj(id -> trade(id)).toList());
    }

    @Test
    void theTapeShowsEachTradeOnceThoughTheSnapshotComesAgain() {
        TapeModel tape = new TapeModel("A", 4);
        tape.onFeed(trades(1, 2, 3));
        assertEquals(List.of(trade(4)), tape.onFeed(trades(2, 3, 4)));
        assertEquals(List.of(), tape.onFeed(trades(4)));
        tape.onFeed(trades(5));
        assertEquals(List.of(trade(5), trade(4), trade(3), trade(2)), tape.trades());
        assertEquals(1_005, tape.lastPrice());
    }

    @Test
    void theTapeOfAnotherExchangeBeginsAnew() {
        TapeModel tape = new TapeModel("A", 4);
        tape.onFeed(trades(9));
        tape.reset();
        assertEquals(List.of(trade(1)), tape.onFeed(trades(1)));
    }

    @Test
    void instrumentsAreFoundBySymbol() {
        InstrumentsModel model = new InstrumentsModel();
        ServerMessage.Instrument a =
                new ServerMessage.Instrument("A", "ShareA", 1, 1, 5_000, 1_000, 0, 0, 0);
        assertTrue(model.onFeed(new ServerMessage.Instruments(0, 3, List.of(a))));
        assertFalse(model.onFeed(new ServerMessage.Instruments(0, 4, List.of(a))));
        assertEquals(a, model.instrument("A"));
        assertNull(model.instrument("B"));
        assertEquals(1_000, model.lastPrice("A"));
        assertEquals(0, model.lastPrice("B"));
    }

    @Test
    void votersAreCountedAndThoseLive() {
        MembersModel model = new MembersModel();
        model.onFeed(
                new ServerMessage.Members(
                        0,
                        "lab",
                        1,
                        1,
                        1,
                        "n1",
                        1,
                        "",
                        List.of(
                                member("n1", "live", true),
                                member("n2", "crashed", true),
                                member("n3", "live", false))));
        assertEquals(2, model.voters());
        assertEquals(1, model.liveVoters());
    }

    private static ServerMessage.Member member(String name, String state, boolean voter) {
        return new ServerMessage.Member(name, 1, "", "follower", state, "", voter, 0);
    }
}
