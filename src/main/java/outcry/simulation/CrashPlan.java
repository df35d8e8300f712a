package outcry.simulation;

import java.util.function.BooleanSupplier;
import outcry.group.Role;
import outcry.simulation.world.Chance;
import outcry.simulation.world.Durability;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.World;

/**
 * Lets processes and machines die, one or many at a time, at any instruction boundary between two
 * effects or between two changes of the disk; lets disks fill up and rot; and starts again whoever
 * is down.
 */
final class CrashPlan {
    private static final long WATCH_NANOS = 100_000_000L;
    private static final long TOGETHER_NANOS = 20_000_000L;
    private static final int FUSE_EFFECTS_MAX = 60;
    private static final int FUSE_CHANGES_MAX = 8;
    private static final int ROOM_LEFT_MAX = 6_000;

    private final World world;
    private final FaultRates rates;
    private final Chance chance;
    private final CrashRule rule;
    private final boolean[] restarting;
    private final int[] full;
    private BooleanSupplier held = () -> false;
    private boolean healed;
    private int crashes;

    CrashPlan(World world, FaultRates rates, Chance chance) {
        this.world = world;
        this.rates = rates;
        this.chance = chance;
        rule = new CrashRule(world);
        restarting = new boolean[world.nodes().size()];
        full = new int[world.nodes().size()];
    }

    /** Nodes that went down, whatever of. */
    int crashes() {
        return crashes;
    }

    CrashRule rule() {
        return rule;
    }

    /** Disks have room again, and everybody runs. */
    void heal() {
        healed = true;
        for (VirtualNode node : world.nodes()) {
            node.disk().setCapacity(Long.MAX_VALUE);
            if (node.process() == null) {
                world.start(node);
            } else {
                world.resume(node);
            }
        }
    }

    /** One node dies. */
    void crashOne() {
        crash(chance.percent(50) ? leaderOrAny() : any(), chance.percent(rates.powerPercent()));
    }

    /** Some nodes die within a moment, or all at once, as when the power fails in the room. */
    void crashMany() {
        boolean machines = chance.percent(rates.powerPercent());
        boolean all = chance.percent(50);
        for (VirtualNode node : world.nodes()) {
            if (all || chance.percent(60)) {
                long delay = chance.percent(50) ? 0 : chance.below(TOGETHER_NANOS);
                world.schedule().after(delay, () -> crash(node, machines));
            }
        }
    }

    private void crash(VirtualNode victim, boolean machine) {
        BooleanSupplier allowed =
                () -> !healed && !held.getAsBoolean() && rule.mayCrash(victim, machine);
        if (!allowed.getAsBoolean()) {
            return; // what was answered might be lost, and nobody could know
        }
        long dice = chance.below(100);
        if (dice < 50) {
            world.crash(victim, machine);
        } else if (dice < 80) {
            // Somewhere between two effects, as soon as it has something to do.
            victim.process().crashAfter((int) chance.below(FUSE_EFFECTS_MAX), machine, allowed);
        } else {
            victim.process()
                    .crashWhileWriting((int) chance.below(FUSE_CHANGES_MAX), machine, allowed);
        }
    }

    /** A disk has no more room for a while. */
    void fillDisk() {
        VirtualNode node = any();
        node.disk().setCapacity(node.disk().usedBytes() + chance.below(ROOM_LEFT_MAX));
        full[node.number()]++;
        world.schedule()
                .after(
                        chance.between(WATCH_NANOS, rates.outageMaxNanos()),
                        () -> {
                            full[node.number()]--;
                            node.disk().setCapacity(Long.MAX_VALUE);
                        });
    }

    /** Whether its disk has hardly any room. */
    boolean isFull(VirtualNode node) {
        return full[node.number()] > 0;
    }

    /** No crash while this is so. */
    void holdWhile(BooleanSupplier newHeld) {
        held = newHeld;
    }

    /** Kills a node's process, if that may be; it starts again after a while. */
    void kill(VirtualNode victim, long downNanos) {
        if (!healed && rule.mayCrash(victim, false)) {
            world.crash(victim, false);
            world.schedule().after(downNanos, () -> world.startIfDown(victim));
        }
    }

    /** The same, and it starts without what it kept. */
    void killWithLog(VirtualNode victim, long downNanos) {
        if (!healed && victim.process() != null && rule.mayLoseLog(victim)) {
            world.crash(victim, false);
            if (world.settings().disk().durability() != Durability.MEMORY) {
                world.wipe(victim);
            }
            world.schedule().after(downNanos, () -> world.startIfDown(victim));
        }
    }

    /**
     * Whoever is down comes back after a while, whatever it died of; also who was told to leave
     * before all was healed, and did so after.
     */
    void watchForDead() {
        for (VirtualNode node : world.nodes()) {
            if (node.process() == null && !restarting[node.number()]) {
                restarting[node.number()] = true;
                crashes++;
                world.schedule()
                        .after(
                                chance.between(WATCH_NANOS / 10, rates.outageMaxNanos()),
                                () -> restart(node));
            }
        }
        world.schedule().after(WATCH_NANOS, this::watchForDead);
    }

    private void restart(VirtualNode node) {
        restarting[node.number()] = false;
        if (node.process() != null) {
            return; // healed meanwhile
        }
        if (!healed && chance.percent(rates.rotPercent()) && rule.mayLoseLog(node)) {
            world.rot(node);
        }
        world.startIfDown(node);
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
