/**
 * What a node keeps on disk: its log in append-only segments, its term and vote, checkpoints (G28,
 * G30–G32). Entries and states are bytes here; nothing of the group or the market is known.
 *
 * <p>{@link outcry.journal.Storage} is the whole of it without a thread, for a simulator and for
 * recovery; {@link outcry.journal.Journal} runs it with group commit on a thread of its own.
 *
 * <p><b>Decision: written by hand.</b> Compared were RocksDB 9.7 (a write batch with sync for each
 * group commit, keys are indexes) and the journal of ActiveMQ Artemis 2.38 (a transaction of
 * records with a synced commit for each group commit, on its Java files; its native ones need
 * libaio). One thread, group commits of 256 entries of 100 bytes, each synced, for 4 s; then the
 * time to open again and read everything. Two cores and one ext4 disk shared with many other
 * processes; the least and the most of three runs:
 *
 * <table>
 *   <caption>Synced group commits of 256 entries</caption>
 *   <tr><th></th><th>commits a second</th><th>entries a second</th><th>bytes an entry on disk</th>
 *       <th>opening, per entry</th><th>size of the library</th></tr>
 *   <tr><td>this package</td><td>1 450–1 710</td><td>371 000–438 000</td><td>133–136</td>
 *       <td>1.1–2.2 µs</td><td>some 2 000 lines</td></tr>
 *   <tr><td>RocksDB</td><td>488–559</td><td>125 000–143 000</td><td>111</td>
 *       <td>3.4–5.6 µs</td><td>71 MB for all platforms</td></tr>
 *   <tr><td>Artemis</td><td>87–123</td><td>22 000–31 000</td><td>266–378</td>
 *       <td>9–15 µs</td><td>0.9 MB, and 2.5 MB it needs</td></tr>
 * </table>
 *
 * <p>The difference comes from files whose space and zeros are durable beforehand: a sync then has
 * no file size to write. Both libraries could be tuned, neither was. More than speed it counts that
 * Artemis finds records by id and RocksDB by key, and neither tells a damaged record from a write
 * that was never finished, which here decides whether a node may vote (G30): RocksDB takes or drops
 * the end of its log by a setting for all cases, Artemis skips what it cannot read. And their
 * behaviour after a crash could not be tested as this one's is, by a disk that forgets.
 *
 * <p>With entries sent one at a time a slow disk shows more: 64 to 484 synced commits a second were
 * seen on a busy machine, against 27 000 to 69 000 that are only handed to the system.
 */
package outcry.journal;
