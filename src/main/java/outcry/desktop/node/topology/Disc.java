package outcry.desktop.node.topology;

import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.face.StateFace;

/**
 * One member of the ring.
 *
 * @param note the reason of a state that is not normal, or the role, in words
 * @param patience what is left of the suspicion time, 1 just heard to 0 overdue; 1 for this node
 * @param self whether it is the window's own node
 * @param chosen whether the running election chose it
 * @param votedFor whom it voted for in this term as far as this node saw, 0 for nobody
 */
public record Disc(
        long id,
        String name,
        RoleFace face,
        StateFace state,
        String note,
        double patience,
        boolean self,
        boolean voter,
        boolean chosen,
        long votedFor) {}
