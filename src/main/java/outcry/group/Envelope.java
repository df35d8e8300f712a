package outcry.group;

/**
 * A message with what every message carries. A trader's probe has sender 0.
 *
 * @param group the group's name
 * @param generation the random id made when the group was founded; 0 while the sender has none
 * @param sender the sending node's id
 * @param incarnation of the sender
 * @param birth of the sender, see {@link NodeInfo#birth}
 */
public record Envelope(
        String group, long generation, long sender, int incarnation, int birth, Message message) {}
