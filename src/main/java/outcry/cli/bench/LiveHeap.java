package outcry.cli.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What lives on this process's heap after its garbage is collected.
 *
 * <p>The objects' own bytes are the same with every collector. The heap they take is not: G1 gives
 * an array of half a region or more whole regions, and what is left of the last one to nobody.
 *
 * @param objectBytes all live objects together, each as large as Java lays it out
 * @param heapBytes what the collector has in use for them
 */
record LiveHeap(long objectBytes, long heapBytes) {
    private static final String HISTOGRAM = "gcClassHistogram";

    /** The serial collector lets some garbage lie, and moves it out only every fourth time. */
    private static final int COLLECTIONS = 4;

    /**
     * Collects garbage, then counts.
     *
     * @throws IllegalStateException when this Java's management does not count objects
     */
    static LiveHeap read() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long objectBytes = lastNumber(histogram());
        Runtime runtime = Runtime.getRuntime();
        return new LiveHeap(objectBytes, runtime.totalMemory() - runtime.freeMemory());
    }

    LiveHeap minus(LiveHeap before) {
        return new LiveHeap(objectBytes - before.objectBytes, heapBytes - before.heapBytes);
    }

    /** The collector in use, in words; of G1 the size of its regions too. */
    static String collector() {
        String names =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", "));
        HotSpotDiagnosticMXBean options =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (!Boolean.parseBoolean(options.getVMOption("UseG1GC").getValue())) {
            return names;
        }
        long region = Long.parseLong(options.getVMOption("G1HeapRegionSize").getValue());
        return names + " with regions of " + (region >> 20) + " MiB";
    }

    /** The live objects by class, a line each, with their total in the last line. */
    private static String histogram() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return (String)
                    server.invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            HISTOGRAM,
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("this Java does not count its objects", e);
        }
    }

    private static long lastNumber(String text) {
        String trimmed = text.stripTrailing();
        return Long.parseLong(trimmed.substring(trimmed.lastIndexOf(' ') + 1));
    }
}
