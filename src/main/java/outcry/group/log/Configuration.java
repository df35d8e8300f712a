package outcry.group.log;

import outcry.group.ElectionPolicy;
import outcry.group.MembershipView;
import outcry.group.Timing;

/** What the log says about the group itself, as of the entry at {@code index}. */
public record Configuration(long index, MembershipView view, ElectionPolicy policy, Timing timing) {
    Configuration withView(long newIndex, MembershipView newView) {
        return new Configuration(newIndex, newView, policy, timing);
    }

    Configuration withSettings(long newIndex, ElectionPolicy newPolicy, Timing newTiming) {
        return new Configuration(newIndex, view, newPolicy, newTiming);
    }
}
