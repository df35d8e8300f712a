package outcry.client.model;

/**
 * What trading in one instrument has come to, by the fills this program has seen. Money in cents.
 *
 * @param quantity bought less sold; negative when more was sold than bought, which shares brought
 *     in from outside allow
 * @param averagePrice of what is open, rounded towards zero; 0 when nothing is
 * @param realised profit of what was closed
 * @param unrealised profit of what is open at the last price, 0 when there is none
 */
public record Position(
        String instrument, long quantity, long averagePrice, long realised, long unrealised) {}
