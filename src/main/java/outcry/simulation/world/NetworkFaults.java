package outcry.simulation.world;

/**
 * What a virtual network does to datagrams; links see the delays only. Each datagram to each
 * receiver has its own fate.
 *
 * @param lossPermille how many in a thousand are lost
 * @param duplicatePermille how many arrive twice
 * @param delayMinNanos least delay
 * @param delayMaxNanos most delay; reordering comes from the spread
 * @param spikePermille how many are late besides
 * @param spikeNanos by how much at most
 */
public record NetworkFaults(
        int lossPermille,
        int duplicatePermille,
        long delayMinNanos,
        long delayMaxNanos,
        int spikePermille,
        long spikeNanos) {

    /** Nothing is lost or doubled; every delay lies between 0.1 and 0.4 ms. */
    public static final NetworkFaults CALM = new NetworkFaults(0, 0, 100_000, 400_000, 0, 0);

    /** The same, but losing no more than {@code permille}. */
    public NetworkFaults withLossAtMost(int permille) {
        return new NetworkFaults(
                Math.min(lossPermille, permille),
                duplicatePermille,
                delayMinNanos,
                delayMaxNanos,
                spikePermille,
                spikeNanos);
    }

    long delay(Chance chance) {
        long delay = chance.between(delayMinNanos, delayMaxNanos);
        return spikePermille > 0 && chance.permille(spikePermille)
                ? delay + chance.below(spikeNanos + 1)
                : delay;
    }
}
