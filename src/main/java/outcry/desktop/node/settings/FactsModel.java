package outcry.desktop.node.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import outcry.desktop.parts.Figures;
import outcry.group.NodeInfo;
import outcry.node.NodeConfig;
import outcry.node.NodeStatus;

/** Where the node is and how it is reached: addresses, ports, group and folder. */
public final class FactsModel {
    private final NodeConfig config;
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<Fact> readOnlyFacts =
            FXCollections.unmodifiableObservableList(facts);

    public FactsModel(NodeConfig config) {
        this.config = config;
        clear();
    }

    public ObservableList<Fact> facts() {
        return readOnlyFacts;
    }

    public void show(NodeStatus status) {
        NodeInfo self = status.group().self();
        List<Fact> now = configured();
        now.add(new Fact("Node id", String.format("%016x", self.id())));
        now.add(new Fact("Starts", "incarnation " + self.incarnation()));
        now.add(new Fact("Generation", String.format("%016x", status.group().generation())));
        now.add(new Fact("Links (TCP)", self.host() + ":" + self.linkPort()));
        now.add(new Fact("Datagrams (UDP)", self.host() + ":" + self.datagramPort()));
        now.add(new Fact("Multicast", status.multicast()));
        now.add(new Fact("Traders' door (TCP)", self.host() + ":" + self.traderPort()));
        now.add(new Fact("Traders connected", Integer.toString(status.traders())));
        now.add(new Fact("Requests applied", Figures.count(status.applied())));
        status.faults()
                .forEach(
                        (kind, count) ->
                                now.add(new Fact("Faults: " + kind, Figures.count(count))));
        if (!facts.equals(now)) {
            facts.setAll(now);
        }
    }

    /** Only what is known without a running node. */
    public void clear() {
        facts.setAll(configured());
    }

    private List<Fact> configured() {
        List<Fact> known = new ArrayList<>();
        known.add(new Fact("Exchange", config.group()));
        known.add(
                new Fact(
                        "Group key",
                        config.key() == null
                                ? "none – open group: everybody on its network may speak"
                                : "set – whoever lacks it is ignored"));
        known.add(
                new Fact(
                        "Interface",
                        config.networkInterface().isEmpty()
                                ? "every usable one"
                                : config.networkInterface()));
        known.add(
                config.join().isEmpty()
                        ? new Fact("Discovery", "broadcast, UDP port " + config.discoveryPort())
                        : new Fact("Discovery", "join " + String.join(", ", config.join())));
        known.add(new Fact("Data folder", config.data().toString()));
        return known;
    }
}
