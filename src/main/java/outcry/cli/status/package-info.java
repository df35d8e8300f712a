/**
 * The group as its nodes see it: every node that can be reached is asked, and speaks for itself.
 */
package outcry.cli.status;
