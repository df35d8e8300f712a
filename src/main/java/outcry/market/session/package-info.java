/**
 * The sessions that make requests happen exactly once (G27), and how they are written into a
 * checkpoint. Owned by the thread that applies commands.
 */
package outcry.market.session;
