package outcry.market;

/**
 * A command with what makes it happen exactly once (G27).
 *
 * @param session a random number the client made; 0 for a command that is harmless when repeated
 *     and is applied each time
 * @param number counts the session's requests from 1, without gaps
 * @param confirmed the client holds the answers up to this number: they need not be remembered
 */
public record Request(long session, long number, long confirmed, Command command) {}
