package outcry.simulation.ambush;

import outcry.simulation.world.VirtualNode;

/** The traders, as far as an ambush can drive them. */
public interface Crowd {
    /** About so many in a hundred go to that node. */
    void gatherAt(VirtualNode node, int percent);

    /** Whoever trades at that node asks {@code count} requests at once. */
    void burst(VirtualNode node, int count);

    /** Whoever does not trade at that node asks nothing new for a while. */
    void hushOthers(VirtualNode node, long nanos);
}
