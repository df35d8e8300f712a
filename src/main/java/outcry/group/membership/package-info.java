/** Joining with state transfer, leaving, and the leader's changes of the view (G23). */
package outcry.group.membership;
