package outcry.group;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import outcry.base.Check;
import outcry.group.log.Configuration;
import outcry.group.log.ConfigurationCodec;
import outcry.group.log.ConfigurationHistory;
import outcry.group.log.GroupLog;

/**
 * A member's log with how far it is persisted, committed, delivered and applied, and with the
 * configuration it leads to. What has to happen outside is given to a sink of effects.
 *
 * <p>Invariants: {@code applied <= delivered <= commit <= last index}; what is committed is never
 * truncated.
 */
final class HeldLog {
    private static final int UNPERSISTED_MAX = 65_536;

    private final GroupLog log = new GroupLog();
    private final ConfigurationHistory configurations;
    private final Consumer<Effect> effects;
    private final Runnable configurationChanged;
    private final List<Entry> appended = new ArrayList<>();
    private long commitIndex;
    private long deliveredIndex;
    private long persistedIndex;
    private long appliedIndex;
    private long digest;
    private boolean paused;

    HeldLog(Configuration first, Consumer<Effect> effects, Runnable configurationChanged) {
        this.configurations = new ConfigurationHistory(first);
        this.effects = effects;
        this.configurationChanged = configurationChanged;
    }

    GroupLog entries() {
        return log;
    }

    ConfigurationHistory configurations() {
        return configurations;
    }

    long commitIndex() {
        return commitIndex;
    }

    long persistedIndex() {
        return persistedIndex;
    }

    long appliedIndex() {
        return appliedIndex;
    }

    long digest() {
        return digest;
    }

    /** Takes up where the last run ended: what of it is committed the group will tell. */
    void recover(Recovered recovered) {
        log.reset(recovered.baseIndex(), recovered.baseTerm());
        if (recovered.baseIndex() > 0) {
            configurations.reset(ConfigurationCodec.decode(recovered.groupState()));
        }
        for (Entry entry : recovered.entries()) {
            log.append(entry);
            configurations.append(entry);
        }
        commitIndex = recovered.baseIndex();
        deliveredIndex = recovered.baseIndex();
        appliedIndex = recovered.baseIndex();
        persistedIndex = log.lastIndex();
    }

    /** Appends one entry; {@link #flushAppended} hands it to the journal. */
    void append(Entry entry) {
        log.append(entry);
        appended.add(entry);
        if (configurations.append(entry)) {
            configurationChanged.run();
        }
    }

    /** Removes entries that conflict with the leader's log (G19). */
    void truncate(long fromIndex) {
        Check.that(fromIndex > commitIndex, "a committed entry cannot be truncated");
        flushAppended();
        log.truncate(fromIndex);
        persistedIndex = Math.min(persistedIndex, fromIndex - 1);
        effects.accept(new Effect.Truncate(fromIndex));
        if (configurations.truncate(fromIndex)) {
            configurationChanged.run();
        }
    }

    /** Hands what was appended since the last call to the journal. */
    void flushAppended() {
        if (!appended.isEmpty()) {
            effects.accept(new Effect.Append(List.copyOf(appended)));
            appended.clear();
        }
    }

    /** Takes a report of the journal in; one about entries truncated meanwhile says nothing. */
    void setPersisted(long index, long entryTerm) {
        if (log.termAt(index) == entryTerm) {
            persistedIndex = Math.max(persistedIndex, index);
        }
    }

    /**
     * Whether so much waits for the journal that more must wait outside: nothing grows without
     * limit (G29).
     */
    boolean isJournalBehind() {
        return log.lastIndex() - persistedIndex > UNPERSISTED_MAX;
    }

    void setApplied(long index, long newDigest) {
        if (index <= deliveredIndex) { // Else of a log that was left meanwhile.
            appliedIndex = index;
            digest = newDigest;
        }
    }

    /** Raises the commit index and delivers what became committed; true when it rose. */
    boolean commit(long index) {
        if (index <= commitIndex) {
            return false;
        }
        Check.that(index <= log.lastIndex(), "committing beyond the end of the log");
        flushAppended();
        commitIndex = index;
        deliver();
        return true;
    }

    private void deliver() {
        while (!paused && deliveredIndex < commitIndex) {
            deliveredIndex++;
            effects.accept(new Effect.Apply(log.get(deliveredIndex)));
        }
    }

    boolean isPaused() {
        return paused;
    }

    /** While paused, what is committed waits; ended, all of it is delivered. */
    void pauseDelivery(boolean newPaused) {
        paused = newPaused;
        deliver();
    }

    /**
     * Replaces the application's state by that at {@code index}, which this log holds, and delivers
     * what comes after it again.
     */
    void replaceState(long index, byte[] bytes) {
        Check.that(log.termAt(index) >= 0, "the log does not hold the entry of the state");
        flushAppended();
        effects.accept(
                new Effect.ReplaceState(
                        index,
                        log.termAt(index),
                        ConfigurationCodec.encode(configurations.at(index)),
                        bytes));
        deliveredIndex = index;
        appliedIndex = index;
        commitIndex = Math.max(commitIndex, index);
        paused = false;
        deliver();
    }

    /** Forgets entries the application holds and nobody is likely to ask for. */
    void trim(int keep) {
        long index = Math.min(deliveredIndex, appliedIndex) - keep;
        if (index > log.baseIndex()) {
            log.trim(index);
            configurations.trim(index);
            effects.accept(new Effect.Trimmed(index));
        }
    }

    /** Starts over from a checkpoint of the application. */
    void restore(long index, long checkpointTerm, Configuration configuration, byte[] bytes) {
        Check.that(index >= commitIndex, "a checkpoint cannot take committed entries back");
        appended.clear();
        log.reset(index, checkpointTerm);
        configurations.reset(configuration);
        // Until the checkpoint itself is reported as persisted.
        persistedIndex = Math.min(persistedIndex, commitIndex);
        commitIndex = index;
        deliveredIndex = index;
        appliedIndex = index;
        paused = false;
        effects.accept(
                new Effect.RestoreCheckpoint(
                        index, checkpointTerm, ConfigurationCodec.encode(configuration), bytes));
        configurationChanged.run();
    }

    /** Empties it; {@code first} is the configuration before any entry. */
    void reset(Configuration first) {
        appended.clear();
        log.reset(0, 0);
        configurations.reset(first);
        commitIndex = 0;
        deliveredIndex = 0;
        persistedIndex = 0;
        appliedIndex = 0;
        digest = 0;
        paused = false;
        effects.accept(new Effect.Reset());
    }
}
