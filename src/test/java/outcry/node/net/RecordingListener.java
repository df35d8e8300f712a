package outcry.node.net;

import java.util.ArrayList;
import java.util.List;
import outcry.group.Channel;
import outcry.group.Envelope;
import outcry.group.NodeInfo;

/** Writes down what a network reports. */
final class RecordingListener implements GroupNetwork.Listener {
    record Heard(Channel channel, String host, int port, Envelope envelope) {}

    final List<Heard> heard = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    @Override
    public void onMessage(Channel channel, String host, int port, Envelope envelope) {
        heard.add(new Heard(channel, host, port, envelope));
    }

    @Override
    public void onLinkUp(NodeInfo peer) {
        links.add("up " + peer.name());
    }

    @Override
    public void onLinkDown(long nodeId) {
        links.add("down " + nodeId);
    }

    @Override
    public void onDialFailed(long nodeId, boolean refused) {
        links.add("failed " + nodeId + (refused ? " refused" : ""));
    }

    @Override
    public void onFault(String sentence) {
        faults.add(sentence);
    }
}
