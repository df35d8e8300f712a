package outcry.group.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcry.base.MalformedException;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.NodeInfo;
import outcry.group.Timing;

class ConfigurationHistoryTest {
    private final ConfigurationHistory history =
            new ConfigurationHistory(
                    new Configuration(0, view(0), ElectionPolicy.RTT, Timing.REALISTIC));

    @Test
    void aViewCountsFromItsEntryOnAndIsTakenBackWhenThatIsTruncated() {
        assertTrue(history.append(viewEntry(3, view(1, 1))));
        assertTrue(history.append(viewEntry(7, view(2, 1, 2))));
        assertFalse(history.append(new Entry(8, 1, 0, 1, Entry.Kind.COMMAND, new byte[0])));
        assertEquals(2, history.latest().view().viewId());
        assertEquals(1, history.at(6).view().viewId());
        assertTrue(history.truncate(7));
        assertEquals(1, history.latest().view().viewId());
        assertFalse(history.truncate(7));
    }

    @Test
    void settingsKeepTheViewAndViewsKeepTheSettings() {
        history.append(viewEntry(1, view(1, 5)));
        history.append(
                new Entry(
                        2,
                        1,
                        0,
                        1,
                        Entry.Kind.SETTINGS,
                        ConfigurationCodec.encodeSettings(ElectionPolicy.LCR, Timing.SLOW)));
        history.append(viewEntry(3, view(2, 5, 6)));
        assertEquals(ElectionPolicy.LCR, history.latest().policy());
        assertEquals(Timing.SLOW, history.latest().timing());
        assertEquals(2, history.latest().view().voters().size());
        history.trim(3);
        assertEquals(2, history.at(1).view().viewId());
    }

    @Test
    void theBytesGiveTheSameConfigurationAndNonsenseIsRefused() {
        Configuration configuration =
                new Configuration(9, view(4, 1, 2, 3), ElectionPolicy.LCR, Timing.LECTURE);
        byte[] bytes = ConfigurationCodec.encode(configuration);
        assertEquals(configuration, ConfigurationCodec.decode(bytes));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThrows(MalformedException.class, () -> ConfigurationCodec.decode(cut));
        }
    }

    private static MembershipView view(long viewId, int... ids) {
        List<NodeInfo> voters = new ArrayList<>();
        for (int id : ids) {
            voters.add(new NodeInfo(id, "n" + id, 1, 1, "10.0.0." + id, 1, 2, 3));
        }
        return new MembershipView(viewId, voters);
    }

    private static Entry viewEntry(long index, MembershipView view) {
        return new Entry(index, 1, 0, 1, Entry.Kind.VIEW, ConfigurationCodec.encodeView(view));
    }
}
