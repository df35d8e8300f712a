package outcry.simulation.ambush;

import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** What an ambush can do; nothing any more once all is healed. */
public interface Means {
    World world();

    /** Whether all is healed: nothing may go wrong from now on. */
    boolean isOver();

    /** The node that leads as far as it knows; null when there is none. */
    VirtualNode leader();

    /** Kills the node's process, unless what was answered might be lost; it starts again later. */
    void kill(VirtualNode node, long downNanos);

    /** The same, and all it kept is gone when it starts again. */
    void killWithLog(VirtualNode node, long downNanos);

    /** The process stands still. */
    void pause(VirtualNode node, long nanos);

    /** No multicast reaches the node. */
    void deafen(VirtualNode node, long nanos);

    /** Nothing passes between the two. */
    void cut(VirtualNode one, VirtualNode other, long nanos);

    /** Lets this happen then, unless all is healed by that time. */
    void later(long nanos, Runnable strike);

    Crowd crowd();
}
