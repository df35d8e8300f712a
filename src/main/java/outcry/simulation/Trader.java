package outcry.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import outcry.market.Answer;
import outcry.market.Request;
import outcry.simulation.check.AnswerChecker;
import outcry.simulation.world.Chance;
import outcry.simulation.world.TraderConnection;
import outcry.simulation.world.TraderEnd;
import outcry.simulation.world.VirtualNode;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.World;

/**
 * A simulated trader (G27): numbers its requests, has several under way, falls silent and bursts
 * out again, moves to another node when its own dies or says nothing, and sends what is unanswered
 * again there, with the same numbers.
 */
final class Trader implements TraderEnd {
    private static final long MILLI = 1_000_000;

    private record Asked(Request request, long floorIndex, long sentNanos) {}

    private final World world;
    private final Chance chance;
    private final AnswerChecker checker;
    private final LongSupplier generation;
    private final Workload workload;
    private final int windowMax;
    private final long session;
    private final long patienceNanos;
    private final ArrayDeque<Asked> unanswered = new ArrayDeque<>();
    private TraderConnection connection;
    private long numberNext = 1;
    private long lastSignNanos;
    private long hushedUntilNanos = Long.MIN_VALUE;
    private boolean busy = true;
    private boolean stopped;

    /**
     * @param generation the generation this trader trades at; any while that is 0
     */
    Trader(
            World world,
            Chance chance,
            AnswerChecker checker,
            LongSupplier generation,
            String account,
            int windowMax) {
        this.world = world;
        this.chance = chance;
        this.checker = checker;
        this.generation = generation;
        this.windowMax = windowMax;
        workload = new Workload(chance.fork(), account);
        session = chance.next() | 1;
        patienceNanos = chance.between(1_500, 4_000) * MILLI;
    }

    void start() {
        connect();
        act();
        watch();
    }

    /** Asks nothing new from now on. */
    void stop() {
        stopped = true;
    }

    /** Asks {@code count} new requests at once, stopped or not. */
    void ask(int count) {
        List<Request> burst = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Request request = new Request(session, numberNext, confirmed(), workload.next());
            numberNext++;
            unanswered.add(new Asked(request, checker.highestIndex(), world.schedule().nowNanos()));
            burst.add(request);
        }
        if (unanswered.size() == count) {
            lastSignNanos = world.schedule().nowNanos(); // patience begins with the asking
        }
        if (isConnected()) {
            connection.send(burst);
        }
    }

    /** Asks nothing new for a while. */
    void hush(long nanos) {
        hushedUntilNanos = world.schedule().nowNanos() + nanos;
    }

    boolean isAt(VirtualNode node) {
        return isConnected() && connection.process() == node.process();
    }

    /** Hangs up and trades at that node, if it runs. */
    void moveTo(VirtualNode node) {
        if (isAt(node) || node.process() == null) {
            return;
        }
        if (isConnected()) {
            connection.hangUp();
        }
        connect(node);
    }

    boolean isIdle() {
        return unanswered.isEmpty();
    }

    /** What it waits for, in words. */
    String picture() {
        String where = isConnected() ? connection.process().node().name() : "nobody";
        return workload.account() + ": " + unanswered.size() + " unanswered, connected to " + where;
    }

    @Override
    public boolean accepts(VirtualProcess process) {
        long wanted = generation.getAsLong();
        return process.generation() != 0 && (wanted == 0 || process.generation() == wanted);
    }

    @Override
    public void onAnswer(TraderConnection from, long number, Answer answer) {
        if (from != connection || unanswered.isEmpty()) {
            return; // it hung up on that node; it has asked another one
        }
        Asked asked = unanswered.remove();
        checker.onAnswer(
                asked.request(), asked.request().number(), asked.floorIndex(), number, answer);
        workload.onAnswer(answer);
        lastSignNanos = world.schedule().nowNanos();
    }

    @Override
    public void onClosed(TraderConnection closed) {
        if (closed == connection) {
            connection = null;
            connectLater();
        }
    }

    private long confirmed() {
        return unanswered.isEmpty() ? numberNext - 1 : unanswered.peek().request().number() - 1;
    }

    private boolean isConnected() {
        return connection != null && connection.isOpen();
    }

    /** Says something new every now and then: often while busy, not at all while quiet. */
    private void act() {
        if (chance.percent(2)) {
            busy = !busy;
        }
        long room = windowMax - unanswered.size();
        boolean hushed = world.schedule().nowNanos() < hushedUntilNanos;
        if (!stopped && busy && room > 0 && !hushed) {
            ask((int) chance.between(1, Math.min(room, chance.oneOf(1, 1, 3, windowMax))));
        }
        if (chance.permille(3) && isConnected()) {
            moveElsewhere();
        } else if (chance.permille(2) && isConnected()) {
            die();
        }
        world.schedule().after(chance.between(5, 150) * MILLI, this::act);
    }

    /** Loses patience with a node that says nothing. */
    private void watch() {
        long now = world.schedule().nowNanos();
        if (isConnected() && !isIdle() && now - lastSignNanos > patienceNanos) {
            moveElsewhere();
        }
        world.schedule().after(100 * MILLI, this::watch);
    }

    private void moveElsewhere() {
        connection.hangUp();
        connection = null;
        connectLater();
    }

    /** Its machine is gone; a while later it goes on elsewhere, in the same session. */
    private void die() {
        connection.vanish();
        connection = null;
        world.schedule().after(chance.between(100, 4_000) * MILLI, this::connect);
    }

    private void connectLater() {
        world.schedule().after(chance.between(10, 200) * MILLI, this::connect);
    }

    private void connect() {
        if (connection != null) {
            return; // connected meanwhile
        }
        connect(world.nodes().get((int) chance.below(world.nodes().size())));
    }

    private void connect(VirtualNode node) {
        connection = world.connect(this, node);
        if (connection == null) {
            connectLater();
            return;
        }
        lastSignNanos = world.schedule().nowNanos();
        List<Request> again = new ArrayList<>();
        for (Asked asked : unanswered) {
            again.add(asked.request());
        }
        connection.send(again);
    }
}
