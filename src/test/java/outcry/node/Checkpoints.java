package outcry.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import outcry.base.ByteReader;
import outcry.gateway.MarketEvents;
import outcry.group.ElectionPolicy;
import outcry.group.Entry;
import outcry.group.MembershipView;
import outcry.group.Timing;
import outcry.group.log.Configuration;
import outcry.group.log.ConfigurationCodec;
import outcry.group.log.ConfigurationHistory;
import outcry.journal.Checkpoint;
import outcry.journal.FolderDisk;
import outcry.journal.LogRecord;
import outcry.journal.Recovery;
import outcry.journal.Storage;
import outcry.journal.StorageSettings;
import outcry.market.Exchange;
import outcry.wire.CommandCodec;

/** Puts a checkpoint into a stopped node's journal, made from its log without the node's help. */
final class Checkpoints {
    private Checkpoints() {}

    /** At the entry of {@code index}. */
    static void add(Path journal, long index) throws IOException {
        StorageSettings settings = new StorageSettings(true, StorageSettings.DEFAULT_SEGMENT_BYTES);
        try (Storage storage = Storage.open(new FolderDisk(journal), settings)) {
            Recovery.Whole whole = (Recovery.Whole) storage.recovery();
            Exchange exchange = new Exchange();
            ConfigurationHistory group =
                    new ConfigurationHistory(
                            new Configuration(
                                    0,
                                    new MembershipView(0, List.of()),
                                    ElectionPolicy.RTT,
                                    Timing.REALISTIC));
            long term = 0;
            for (LogRecord.Entry record : whole.entries().subList(0, (int) index)) {
                ByteReader body = new ByteReader(record.body());
                Entry.Kind kind = Entry.Kind.values()[body.get()];
                long timestamp = body.getLong();
                long origin = body.getLong();
                byte[] payload = body.getBytes(body.remaining());
                term = record.term();
                group.append(new Entry(record.index(), term, timestamp, origin, kind, payload));
                if (kind == Entry.Kind.COMMAND) {
                    exchange.apply(
                            record.index(),
                            timestamp,
                            CommandCodec.decode(payload),
                            MarketEvents.recorder());
                }
            }
            storage.addCheckpoint(
                    new Checkpoint(
                            index,
                            term,
                            ConfigurationCodec.encode(group.latest()),
                            exchange.checkpoint()),
                    storage.era());
        }
    }
}
