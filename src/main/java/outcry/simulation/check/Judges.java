package outcry.simulation.check;

import java.util.ArrayList;
import java.util.List;
import outcry.group.Entry;
import outcry.group.KeptState;
import outcry.group.Message;
import outcry.group.NodeInfo;
import outcry.group.Observation;
import outcry.market.Request;
import outcry.market.Verdict;
import outcry.simulation.world.VirtualProcess;
import outcry.simulation.world.WorldWatch;

/** Several watches as one; each hears everything, in the order given. */
public final class Judges implements WorldWatch {
    private final List<WorldWatch> judges;

    public Judges(WorldWatch... judges) {
        this.judges = new ArrayList<>(List.of(judges));
    }

    /** One more, which hears everything after the others. */
    public void add(WorldWatch judge) {
        judges.add(judge);
    }

    @Override
    public void appended(VirtualProcess process, List<Entry> entries) {
        judges.forEach(judge -> judge.appended(process, entries));
    }

    @Override
    public void stateKept(VirtualProcess process, KeptState state) {
        judges.forEach(judge -> judge.stateKept(process, state));
    }

    @Override
    public void sent(VirtualProcess process, NodeInfo to, Message message) {
        judges.forEach(judge -> judge.sent(process, to, message));
    }

    @Override
    public void received(VirtualProcess process, NodeInfo from, Message message) {
        judges.forEach(judge -> judge.received(process, from, message));
    }

    @Override
    public void multicast(VirtualProcess process, Message message) {
        judges.forEach(judge -> judge.multicast(process, message));
    }

    @Override
    public void applied(VirtualProcess process, Entry entry, Request request, Verdict verdict) {
        judges.forEach(judge -> judge.applied(process, entry, request, verdict));
    }

    @Override
    public void restored(VirtualProcess process, long index) {
        judges.forEach(judge -> judge.restored(process, index));
    }

    @Override
    public void spoiled(VirtualProcess process) {
        judges.forEach(judge -> judge.spoiled(process));
    }

    @Override
    public void restarted(VirtualProcess before, VirtualProcess now, List<String> notes) {
        judges.forEach(judge -> judge.restarted(before, now, notes));
    }

    @Override
    public void observed(VirtualProcess process, Observation observation) {
        judges.forEach(judge -> judge.observed(process, observation));
    }
}
