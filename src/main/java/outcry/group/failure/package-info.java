/** Who is alive: silence, proof of crash, round trips, and the links between members (G9–G11). */
package outcry.group.failure;
