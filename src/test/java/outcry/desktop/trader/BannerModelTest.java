package outcry.desktop.trader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;
import outcry.desktop.parts.Tone;
import outcry.desktop.trader.connection.BannerModel;
import outcry.desktop.trader.connection.BannerText;
import outcry.desktop.trader.connection.ConnectionModel;

class BannerModelTest {
    private long nanos = 5_000_000_000L;
    private final ConnectionModel connection = new ConnectionModel(() -> nanos);
    private final BannerModel banner =
            new BannerModel(connection, new ModelStage().desk, "eth0", () -> nanos);

    @Test
    void searchingTellsWhereAndForHowLong() {
        banner.refresh();
        assertEquals("Searching on eth0 · 0 s", text());
        nanos += 3_200_000_000L;
        banner.refresh();
        assertEquals("Searching on eth0 · 3 s", text());
    }

    @Test
    void theFirstConnectionIsNoRecovery() {
        show(State.CONNECTING, "n2", "", 0);
        show(State.LIVE, "n2", "n1", 3);
        assertNull(banner.bannerProperty().get());
        assertEquals("", connection.blockedProperty().get());
    }

    @Test
    void aLostLeaderIsNamedAndTheOutageCounted() {
        show(State.LIVE, "n2", "n1", 3);
        show(State.ELECTING, "n2", "", 3);
        nanos += 1_200_000_000L;
        banner.refresh();
        assertEquals("Leader n1 is gone – electing a new one (1.2\u00a0s).", text());
        assertEquals(Tone.WARNING, banner.bannerProperty().get().tone());
        show(State.LIVE, "n2", "n3", 4);
        assertEquals(
                "n3 is leader (term 4). Nothing of yours was waiting. Trading stood still for"
                        + " 1.2\u00a0s.",
                text());
        banner.dismiss();
        assertNull(banner.bannerProperty().get());
    }

    @Test
    void aHandOverWithoutInterruptionIsToldCalmlyAndGoesAway() {
        show(State.LIVE, "n2", "n1", 3);
        show(State.LIVE, "n2", "n3", 4);
        BannerText text = banner.bannerProperty().get();
        assertEquals(Tone.NEUTRAL, text.tone());
        assertEquals("Leadership moved n1 → n3 (term 4)", text.text());
        nanos += 900_000_000L;
        show(State.LIVE, "n2", "n3", 4);
        nanos += 10_000_000_000L;
        show(State.LIVE, "n2", "n3", 4);
        assertNull(banner.bannerProperty().get());
    }

    @Test
    void anotherServingNodeUnderTheSameLeaderIsToldAsThat() {
        show(State.LIVE, "n2", "n1", 3);
        show(State.RECONNECTING, "", "", 0);
        show(State.LIVE, "n3", "n1", 3);
        assertEquals("Now served by n3 instead of n2", text());
        assertEquals(Tone.NEUTRAL, banner.bannerProperty().get().tone());
    }

    @Test
    void twoLossesInARowAreOneOutage() {
        show(State.LIVE, "n2", "n1", 3);
        nanos += 60_000_000_000L;
        show(State.LIVE, "n2", "n1", 3);
        show(State.RECONNECTING, "", "", 0);
        nanos += 300_000_000L;
        show(State.LIVE, "n3", "n1", 3);
        nanos += 100_000_000L;
        show(State.ELECTING, "n3", "", 3);
        nanos += 500_000_000L;
        show(State.LIVE, "n3", "n2", 4);
        assertEquals(
                "n2 is leader (term 4). Nothing of yours was waiting. Trading stood still for"
                        + " 900\u00a0ms.",
                text());
    }

    @Test
    void silenceIsStaleEvenWhenTheSessionSaysLive() {
        show(State.LIVE, "n2", "n1", 3);
        nanos += 1_400_000_000L;
        connection.refresh();
        banner.refresh();
        assertEquals("No data for 1.4\u00a0s – prices may be old", text());
        assertEquals("1.4\u00a0s old", connection.staleProperty().get());
        assertEquals(
                "Nothing can be sent: no data for 1.4\u00a0s.", connection.blockedProperty().get());
    }

    private void show(State state, String node, String leader, long term) {
        ConnectionStatus status =
                new ConnectionStatus(
                        state, node, "a:1", 1, leader, term, 9, nanos, 0, List.of(), "");
        connection.show(status);
        banner.onConnection(status, nanos);
    }

    private String text() {
        return banner.bannerProperty().get().text();
    }
}
