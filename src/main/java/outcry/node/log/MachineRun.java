package outcry.node.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * Names the present run of the machine: what was handed to an operating system and not synced is
 * lost with its run.
 */
final class MachineRun {
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** A clock that is set by less than this between two starts of a node changes no answer. */
    private static final long TOLERANCE_SECONDS = 60;

    private MachineRun() {}

    /** A number for the present run, never 0. */
    static long id() {
        if (Files.isReadable(LINUX_BOOT_ID)) {
            try {
                String text = Files.readString(LINUX_BOOT_ID, StandardCharsets.US_ASCII).strip();
                return UUID.fromString(text).getMostSignificantBits() | Long.MIN_VALUE;
            } catch (IOException | IllegalArgumentException e) {
                Logger.debug("the machine's run cannot be read: {}", e.getMessage());
            }
        }
        // The monotonic clock of Windows and macOS begins with the run.
        long upSeconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        return TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()) - upSeconds;
    }

    /** Whether both numbers may name one run. */
    static boolean isSame(long one, long other) {
        boolean areExact = one < 0 || other < 0;
        return areExact ? one == other : Math.abs(one - other) <= TOLERANCE_SECONDS;
    }
}
