package outcry.group.log;

import java.util.ArrayList;
import java.util.List;
import outcry.base.ByteReader;
import outcry.base.Check;
import outcry.group.Entry;
import outcry.group.NodeInfo;

/**
 * Every configuration the held log passes through. A view counts from the moment its entry is
 * appended, committed or not, and is taken back when the entry is truncated.
 */
public final class ConfigurationHistory {
    private final List<Configuration> configurations = new ArrayList<>();
    private Narrowing narrowing;

    public ConfigurationHistory(Configuration first) {
        configurations.add(first);
    }

    public Configuration latest() {
        return configurations.get(configurations.size() - 1);
    }

    /** Whether all views from the one in force at {@code index} on have the same voters. */
    public boolean hasSameVotersSince(long index) {
        int i = configurations.size() - 1;
        while (i > 0 && configurations.get(i).index() > index) {
            i--;
            if (!voters(configurations.get(i)).equals(voters(latest()))) {
                return false;
            }
        }
        return configurations.get(i).index() <= index;
    }

    /** Each voter's id and birth: whether it runs anew with its log makes no difference. */
    private static List<List<Long>> voters(Configuration configuration) {
        List<List<Long>> voters = new ArrayList<>();
        for (NodeInfo voter : configuration.view().voters()) {
            voters.add(List.of(voter.id(), (long) voter.birth()));
        }
        return voters;
    }

    /**
     * The change that led from an odd number of voters to the even one of the latest view; null
     * when that is odd.
     */
    public Narrowing narrowing() {
        return narrowing;
    }

    private Narrowing findNarrowing() {
        List<List<Long>> latest = voters(latest());
        if (latest.size() % 2 != 0 || latest.isEmpty()) {
            return null;
        }
        int i = configurations.size() - 1;
        while (i > 0 && voters(configurations.get(i - 1)).equals(latest)) {
            i--;
        }
        long index = configurations.get(i).index();
        return new Narrowing(index, i == 0 ? null : configurations.get(i - 1).view());
    }

    /** The configuration in force at {@code index}. */
    public Configuration at(long index) {
        for (int i = configurations.size() - 1; i > 0; i--) {
            if (configurations.get(i).index() <= index) {
                return configurations.get(i);
            }
        }
        return configurations.get(0);
    }

    /** Takes over what {@code entry} says; true when it says something about the group. */
    public boolean append(Entry entry) {
        switch (entry.kind()) {
            case VIEW ->
                    configurations.add(
                            latest().withView(
                                            entry.index(),
                                            ConfigurationCodec.decodeView(entry.payload())));
            case SETTINGS -> {
                ByteReader in = new ByteReader(entry.payload());
                configurations.add(
                        latest().withSettings(
                                        entry.index(),
                                        ConfigurationCodec.getPolicy(in),
                                        ConfigurationCodec.getTiming(in)));
            }
            default -> {
                return false;
            }
        }
        narrowing = findNarrowing();
        return true;
    }

    /** Takes back what entries from {@code fromIndex} on said; true when that was something. */
    public boolean truncate(long fromIndex) {
        boolean changed = false;
        while (latest().index() >= fromIndex) {
            Check.that(configurations.size() > 1, "the first configuration cannot be truncated");
            configurations.remove(configurations.size() - 1);
            changed = true;
        }
        narrowing = findNarrowing();
        return changed;
    }

    /** Forgets what was replaced at or before {@code index}. */
    public void trim(long index) {
        while (configurations.size() > 1 && configurations.get(1).index() <= index) {
            configurations.remove(0);
        }
        narrowing = findNarrowing();
    }

    public void reset(Configuration first) {
        configurations.clear();
        configurations.add(first);
        narrowing = findNarrowing();
    }
}
