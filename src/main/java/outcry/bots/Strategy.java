package outcry.bots;

import outcry.market.Command;

/** What makes a bot act: asked each time it may send one command. */
interface Strategy {
    /** The next command, or null to let the turn pass. */
    Command next(MarketView market);
}
