/**
 * What a node keeps on disk: its log in append-only segments, its term and vote, checkpoints (G28,
 * G30–G32). Entries and states are bytes here; nothing of the group or the market is known.
 *
 * <p>{@link outcry.journal.Storage} is the whole of it without a thread, for a simulator and for
 * recovery; {@link outcry.journal.Journal} runs it with group commit on a thread of its own.
 *
 * <p>Written by hand, not taken from a library: message stores such as Artemis's or Chronicle's
 * index records by id or by place, know neither "cut from index n on" nor a damaged record from one
 * that was never finished, and bring several megabytes; embedded databases such as RocksDB bring
 * native code per platform. What is needed is some hundred lines, and their behaviour after a crash
 * is exactly what has to be tested here.
 *
 * <p>Measured on two cores shared with many other processes, entries of 100 bytes, three runs of 3
 * s: synced, one entry at a time 64 to 484 commits a second, and with 4 096 under way 58 to 224
 * commits that carry 113 000 to 303 000 entries a second; handed to the system, 27 000 to 69 000
 * commits one at a time, 346 000 to 423 000 entries a second. Opening a log of 911 000 entries (128
 * MiB) took 0.7 s.
 */
package outcry.journal;
