package outcry.group;

/** How the next leader is chosen (G13); a majority confirms whoever was chosen (G14). */
public enum ElectionPolicy {
    /** Lowest mean round trip to the other voters (Group 9). */
    RTT,
    /** LeLann–Chang–Roberts ring: the highest (address, id) wins (Group 12). */
    LCR
}
