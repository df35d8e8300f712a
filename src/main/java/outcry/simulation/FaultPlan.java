package outcry.simulation;

import outcry.group.ElectionPolicy;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.simulation.check.Judges;
import outcry.simulation.world.Chance;
import outcry.simulation.world.NetworkFaults;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** Lets faults rage as the climate says, and ends all of them at once when told to heal. */
final class FaultPlan {
    private static final int FOUNDING_LOSS_PERMILLE = 100;

    private final World world;
    private final Climate climate;
    private final FaultRates rates;
    private final Chance chance;
    private final CrashPlan crashes;
    private final CutPlan cuts;
    private final MulticastPlan multicast;
    private final SpoilPlan spoils;
    private final AmbushPlan ambushes;
    private boolean healed;

    FaultPlan(World world, Climate climate, Chance chance, Traders traders, Judges judges) {
        this.world = world;
        this.climate = climate;
        this.chance = chance;
        rates = climate.faults();
        crashes = new CrashPlan(world, rates, chance.fork());
        cuts = new CutPlan(world, rates, chance.fork());
        Surprises surprises = climate.surprises();
        Chance more = new Chance(surprises.seed());
        multicast = new MulticastPlan(world, surprises, more.fork());
        spoils = new SpoilPlan(world, more.fork(), crashes);
        crashes.holdWhile(spoils::isUnderWay);
        cuts.holdWhile(spoils::isUnderWay);
        ambushes = new AmbushPlan(world, surprises.ambush(), more.fork(), crashes, cuts, traders);
        if (ambushes.ambush() != null) {
            judges.add(ambushes.ambush());
        }
    }

    int crashes() {
        return crashes.crashes();
    }

    /**
     * What is in the air from the first moment on: delay, and as much loss as a group can be
     * founded in; no crash and no cut.
     */
    void startWeather() {
        world.network().setFaults(climate.network().withLossAtMost(FOUNDING_LOSS_PERMILLE));
        world.setPersistDelayMax(climate.persistDelayMaxNanos());
        multicast.stopForGood();
    }

    /** Cuts the network in two while nodes start, if this climate has that. */
    void startCut() {
        if (climate.startCutNanos() > 0) {
            cuts.cutAtStart(climate.startCutNanos());
        }
    }

    void startFaults() {
        world.network().setFaults(climate.network());
        repeat(rates.crashEveryNanos(), crashes::crashOne);
        repeat(rates.manyCrashEveryNanos(), crashes::crashMany);
        repeat(rates.fullEveryNanos(), crashes::fillDisk);
        repeat(rates.pauseEveryNanos(), this::pause);
        repeat(rates.cutEveryNanos(), cuts::cut);
        repeat(rates.breakEveryNanos(), this::breakLinks);
        repeat(rates.electEveryNanos(), this::callElection);
        repeat(rates.leaveEveryNanos(), this::leave);
        repeat(rates.settingsEveryNanos(), this::changeSettings);
        crashes.watchForDead();
        Surprises surprises = climate.surprises();
        repeat(surprises.multicastEveryNanos(), multicast::stopAWhile);
        repeat(surprises.spoilEveryNanos(), spoils::spoil);
        if (surprises.ambush() != Surprises.Ambush.NONE) {
            repeat(surprises.ambushEveryNanos(), ambushes.ambush()::lay);
        }
    }

    /** From now on nothing goes wrong, and everybody runs. */
    void heal() {
        healed = true;
        world.network().setFaults(NetworkFaults.CALM);
        world.setPersistDelayMax(0);
        ambushes.heal();
        spoils.heal();
        multicast.heal();
        cuts.heal();
        crashes.heal();
    }

    private void repeat(long everyNanos, Runnable fault) {
        if (everyNanos > 0) {
            world.schedule()
                    .after(
                            chance.between(1, 2 * everyNanos),
                            () -> {
                                if (!healed) {
                                    if (!spoils.isUnderWay()) {
                                        fault.run();
                                    }
                                    repeat(everyNanos, fault);
                                }
                            });
        }
    }

    private void pause() {
        VirtualNode node = chance.percent(40) ? leaderOrAny() : any();
        if (node.process() == null || node.process().isPaused()) {
            return; // there is nobody to stop
        }
        world.pause(node);
        world.schedule()
                .after(
                        chance.between(1_000_000, rates.pauseMaxNanos()),
                        () -> {
                            if (!healed) {
                                world.resume(node);
                            }
                        });
    }

    private void breakLinks() {
        world.breakLinks(any(), any());
    }

    private void callElection() {
        VirtualNode node = any();
        if (node.process() != null) {
            node.process().callElection();
        }
    }

    private void leave() {
        VirtualNode node = any();
        if (crashes.rule().mayLeave(node)) {
            node.process().leave();
        }
    }

    private void changeSettings() {
        VirtualNode node = any();
        ElectionPolicy policy = chance.percent(50) ? ElectionPolicy.RTT : ElectionPolicy.LCR;
        Timing other = chance.percent(50) ? Timing.REALISTIC : Timing.LECTURE;
        Timing timing = chance.percent(50) ? climate.world().timing() : other;
        if (node.process() != null) {
            node.process().changeSettings(policy, timing);
        }
    }

    private VirtualNode any() {
        return world.nodes().get((int) chance.below(world.nodes().size()));
    }

    private VirtualNode leaderOrAny() {
        for (VirtualNode node : world.nodes()) {
            if (node.process() != null && node.process().status().role() == Role.LEADER) {
                return node;
            }
        }
        return any();
    }
}
