package outcry.group.log;

import outcry.group.MembershipView;

/**
 * The change that made an even number of voters out of an odd one: a majority is harder to have
 * after it than before.
 *
 * @param index of the view entry that made it
 * @param before the view before it; null when the log no longer tells
 */
public record Narrowing(long index, MembershipView before) {}
