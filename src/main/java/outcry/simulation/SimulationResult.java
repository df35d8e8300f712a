package outcry.simulation;

/**
 * What happened in a run that kept every invariant.
 *
 * @param steps actions carried out
 * @param traceHash equal for equal runs
 * @param entries the length of the history at the end
 * @param answers what traders got
 * @param repeated requests that were sequenced again and had no effect
 * @param early requests that overtook an earlier one and had no effect
 * @param terms terms that had a leader
 * @param lost datagrams lost by chance
 * @param restored checkpoints taken over
 * @param recovered starts at which a node found its log again
 * @param damaged starts at which it could not use what it had kept
 * @param multicasts how often a leader said that multicast carries no more, or again
 * @param spoilt copies of the market that were noticed to differ
 * @param convergedNanos virtual time from the end of the faults until all was well
 */
public record SimulationResult(
        long seed,
        Climate climate,
        long virtualNanos,
        long steps,
        long traceHash,
        long entries,
        long answers,
        long repeated,
        long early,
        long crashes,
        long terms,
        long lost,
        long gaps,
        long retransmitted,
        long truncated,
        long restored,
        long recovered,
        long damaged,
        long multicasts,
        long spoilt,
        long convergedNanos) {}
