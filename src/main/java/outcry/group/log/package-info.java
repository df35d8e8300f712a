/** The log a member holds in memory, and what it says about the group itself. */
package outcry.group.log;
