/** Electing a leader: a policy chooses, a majority confirms (G12–G16). */
package outcry.group.election;
