package outcry.group;

/** How one node sees another (G11). Each state is shown with a reason in words. */
public enum MemberState {
    STARTING,
    JOINING,
    SYNCING,
    LIVE,
    SUSPECTED,
    CRASHED,
    LEFT,
    PAUSED,
    CUT_OFF
}
