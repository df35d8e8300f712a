/**
 * The group protocol, without I/O: discovery, failure detection, election, ordered multicast and
 * membership as one state machine, {@link outcry.group.GroupMember}. It knows no socket, file,
 * thread, clock or random source of its own, and no market: to the group a command is bytes.
 */
package outcry.group;
