package outcry.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five real nodes under load, and one fault of the real world after another. Afterwards every
 * answered request is in every journal once, in each trader's order, and all digests are equal.
 *
 * <p>Each kind of fault happens once. {@code mvn test -Dtest=RealFaultsTest -Dfaults.rounds=50
 * -Dfaults.seed=1} makes that many random ones instead and takes some ten seconds for each.
 */
class RealFaultsTest {
    private static final int NODES = 5;
    private static final int ROUNDS_BETWEEN_EXAMINATIONS = 3;

    /** The journals let go of older entries once checkpoints hold what came of them. */
    private static final int ANSWERS_BETWEEN_EXAMINATIONS = 2_000;

    /** Small enough to be filled quickly, and the place of the last node's data. */
    private static final String SMALL_DISK = "size=32m";

    /** The others are like one of these. */
    private static final List<Fault> ONCE =
            List.of(
                    Fault.KILL_TWO,
                    Fault.STOP_LEADER,
                    Fault.CUT_ANY,
                    Fault.DEAF,
                    Fault.MUTE,
                    Fault.LOSS,
                    Fault.ROLLING_RESTART,
                    Fault.KILL_ALL,
                    Fault.FLIPPED_BYTES,
                    Fault.DISK_FULL);

    @TempDir Path scratch;

    @Test
    @Timeout(6 * 3_600)
    void nothingAnsweredIsLostDoubledOrReordered() throws IOException {
        String whyNot = Lan.whyNot();
        assumeTrue(whyNot == null, whyNot);
        int rounds = Integer.getInteger("faults.rounds", 0);
        long seed = Long.getLong("faults.seed", 1);
        SplittableRandom random = new SplittableRandom(seed);
        String election = random.nextBoolean() ? "rtt" : "lcr";
        FaultGroup group = new FaultGroup("five", NODES, List.of("--election", election));
        Path small = group.nodes().get(NODES - 1).data();
        try (group) {
            Lan.shell("mount -t tmpfs -o " + SMALL_DISK + " tmpfs " + small);
            group.form();
            group.beginLoad(seed);
            if (rounds == 0) {
                once(group, random);
            } else {
                many(group, random, rounds);
            }
            System.out.println("real faults, seed " + seed + ": " + group.findings());
            assertTrue(group.findings().areNone(), group.findings().toString());
        } finally {
            Lan.shell("umount -l " + small + " 2>/dev/null || true");
        }
    }

    private void once(FaultGroup group, SplittableRandom random) throws IOException {
        for (Fault fault : ONCE) {
            happen(group, fault, random);
        }
        group.examine(scratch);
    }

    private void many(FaultGroup group, SplittableRandom random, int rounds) throws IOException {
        long examined = 0;
        for (int round = 1; round <= rounds; round++) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            System.out.print("round " + round + " of " + rounds + ": ");
            happen(group, fault, random);
            boolean isMuch = group.load().count() - examined > ANSWERS_BETWEEN_EXAMINATIONS;
            if (isMuch || round % ROUNDS_BETWEEN_EXAMINATIONS == 0 || round == rounds) {
                group.examine(scratch);
                examined = group.load().count();
                System.out.println("so far " + group.findings());
                if (round < rounds) {
                    group.startAll();
                    group.awaitTogether();
                    group.load().resume();
                }
            }
        }
    }

    private static void happen(FaultGroup group, Fault fault, SplittableRandom random)
            throws IOException {
        long began = System.nanoTime();
        try {
            fault.happen(group, random);
            group.awaitTogether();
            group.awaitAnswers();
        } catch (IOException e) {
            throw new IOException("after " + fault + ": " + e.getMessage(), e);
        }
        System.out.printf(
                "%s, all well after %.1f s, %d answers%n",
                fault, (System.nanoTime() - began) / 1e9, group.load().count());
    }
}
