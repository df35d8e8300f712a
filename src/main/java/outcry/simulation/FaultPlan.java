package outcry.simulation;

import java.util.List;
import outcry.group.ElectionPolicy;
import outcry.group.Role;
import outcry.group.Timing;
import outcry.simulation.world.Chance;
import outcry.simulation.world.NetworkFaults;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/** Lets faults rage as the climate says, and ends all of them at once when told to heal. */
final class FaultPlan {
    private static final long WATCH_NANOS = 100_000_000L;
    private static final int FUSE_EFFECTS_MAX = 60;
    private static final int FOUNDING_LOSS_PERMILLE = 100;

    private final World world;
    private final Climate climate;
    private final Chance chance;
    private final CrashRule rule;
    private final boolean[] restarting;
    private boolean healed;
    private int crashes;

    FaultPlan(World world, Climate climate, Chance chance) {
        this.world = world;
        this.climate = climate;
        this.chance = chance;
        rule = new CrashRule(world);
        restarting = new boolean[world.nodes().size()];
    }

    int crashes() {
        return crashes;
    }

    /**
     * What is in the air from the first moment on: delay, and as much loss as a group can be
     * founded in; no crash and no cut.
     */
    void startWeather() {
        world.network().setFaults(climate.network().withLossAtMost(FOUNDING_LOSS_PERMILLE));
        world.setPersistDelayMax(climate.persistDelayMaxNanos());
    }

    /** Cuts the network in two while nodes start, as a switch does that is slow to forward. */
    void startCut() {
        if (climate.startCutNanos() > 0) {
            cutInTwo(false);
            world.schedule().after(climate.startCutNanos(), () -> world.network().mend());
        }
    }

    void startFaults() {
        world.network().setFaults(climate.network());
        repeat(climate.crashEveryNanos(), this::crash);
        repeat(climate.pauseEveryNanos(), this::pause);
        repeat(climate.cutEveryNanos(), this::cut);
        repeat(climate.breakEveryNanos(), this::breakLinks);
        repeat(climate.electEveryNanos(), this::callElection);
        repeat(climate.leaveEveryNanos(), this::leave);
        repeat(climate.settingsEveryNanos(), this::changeSettings);
        watchForDead();
    }

    /** From now on nothing goes wrong, and everybody runs. */
    void heal() {
        healed = true;
        world.network().setFaults(NetworkFaults.CALM);
        world.setPersistDelayMax(0);
        world.network().mend();
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null) {
                world.start(node);
            } else {
                world.resume(node);
            }
        }
    }

    private void repeat(long everyNanos, Runnable fault) {
        if (everyNanos > 0) {
            world.schedule()
                    .after(
                            chance.between(1, 2 * everyNanos),
                            () -> {
                                if (!healed) {
                                    fault.run();
                                    repeat(everyNanos, fault);
                                }
                            });
        }
    }

    private void crash() {
        VirtualNode victim = chance.percent(50) ? leaderOrAny() : any();
        if (!rule.mayCrash(victim)) {
            return; // a majority would be gone
        }
        if (chance.percent(50)) {
            world.crash(victim);
        } else {
            // Somewhere between two effects, as soon as it has something to do.
            victim.process()
                    .crashAfter(
                            (int) chance.below(FUSE_EFFECTS_MAX),
                            () -> !healed && rule.mayCrash(victim));
        }
    }

    /**
     * Whoever is down comes back after a while, whatever it died of; also who was told to leave
     * before all was healed, and did so after.
     */
    private void watchForDead() {
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null && !restarting[node.number()]) {
                restarting[node.number()] = true;
                crashes++;
                world.schedule()
                        .after(
                                chance.between(WATCH_NANOS, climate.outageMaxNanos()),
                                () -> restart(node));
            }
        }
        world.schedule().after(WATCH_NANOS, this::watchForDead);
    }

    private void restart(VirtualNode node) {
        restarting[node.number()] = false;
        world.startIfDown(node);
    }

    private void pause() {
        VirtualNode node = chance.percent(40) ? leaderOrAny() : any();
        if (node.process() == null || node.process().isPaused()) {
            return; // there is nobody to stop
        }
        world.pause(node);
        world.schedule()
                .after(
                        chance.between(1_000_000, climate.pauseMaxNanos()),
                        () -> {
                            if (!healed) {
                                world.resume(node);
                            }
                        });
    }

    private void cut() {
        if (chance.percent(25)) {
            VirtualNode one = any();
            VirtualNode other = any();
            world.network().cut(one, other);
            world.network().cut(other, one);
        } else {
            cutInTwo(chance.percent(20));
        }
        world.schedule()
                .after(
                        chance.between(10_000_000, climate.cutMaxNanos()),
                        () -> world.network().mend());
    }

    private void cutInTwo(boolean oneWay) {
        List<VirtualNode> nodes = world.nodes();
        long side = chance.between(1, (1L << nodes.size()) - 2);
        for (VirtualNode from : nodes) {
            for (VirtualNode to : nodes) {
                boolean fromSide = (side >> from.number() & 1) == 1;
                boolean toSide = (side >> to.number() & 1) == 1;
                if (fromSide && !toSide || !oneWay && toSide && !fromSide) {
                    world.network().cut(from, to);
                }
            }
        }
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
        if (rule.mayCrash(node)) {
            node.process().leave();
        }
    }

    private void changeSettings() {
        VirtualNode node = any();
        ElectionPolicy policy = chance.percent(50) ? ElectionPolicy.RTT : ElectionPolicy.LCR;
        Timing timing = chance.percent(50) ? Timing.REALISTIC : Timing.LECTURE;
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
