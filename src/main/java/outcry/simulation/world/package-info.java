/**
 * A world on virtual time: clocks, datagrams, links, processes and traders, all in one thread and
 * all from one seed. It carries out what group members want done, as {@code node} does on real
 * sockets, and lets a run lose, double, delay, cut, stop and kill. It judges nothing: who wants to
 * know what happens is a {@link outcry.simulation.world.WorldWatch}.
 */
package outcry.simulation.world;
