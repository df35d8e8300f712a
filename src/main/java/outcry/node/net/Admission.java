package outcry.node.net;

import java.net.InetSocketAddress;
import outcry.base.MalformedException;
import outcry.group.Envelope;
import outcry.group.NodeInfo;
import outcry.wire.HelloJson;
import outcry.wire.seal.DatagramLayout;
import outcry.wire.seal.DatagramOpener;

/**
 * Decides which datagrams count (G33): all in an open group; in one with a key those that prove
 * that their sender has it, each once. Whatever does not count is counted as a fault. Node's
 * thread.
 */
final class Admission {
    private final String group;
    private final Faults faults;

    /** Null in an open group. */
    private final DatagramOpener opener;

    Admission(NetworkConfig config, Faults faults) {
        this.faults = faults;
        group = config.group();
        opener = config.key() == null ? null : new DatagramOpener(config.key());
    }

    /** Where the message of a datagram begins; -1 when it does not count. */
    int messageAt(InetSocketAddress from, byte[] bytes, int length) {
        if (opener == null) {
            if (DatagramLayout.isSealed(bytes, length)) {
                noteKeyed(from, bytes, length);
                return -1;
            }
            return 0;
        }
        return isAuthentic(from, bytes, length) ? DatagramLayout.HEADER_BYTES : -1;
    }

    /**
     * Looks whether the message of the datagram admitted last is in its sender's own name.
     *
     * @throws MalformedException when it is in another's
     */
    void checkName(Envelope envelope) {
        if (opener == null) {
            return;
        }
        boolean isOwn =
                envelope.sender() == 0
                        ? opener.incarnation() == 0
                        : envelope.sender() == opener.senderId()
                                && envelope.incarnation() == opener.incarnation();
        if (!isOwn) {
            throw new MalformedException("speaks in another node's name");
        }
    }

    /** A link, which nobody can replay, says which run of that node is the present one. */
    void expect(NodeInfo peer) {
        if (opener != null) {
            opener.expect(peer.id(), peer.incarnation());
        }
    }

    private boolean isAuthentic(InetSocketAddress from, byte[] bytes, int length) {
        switch (opener.open(bytes, length)) {
            case AUTHENTIC -> {
                return true;
            }
            case UNSEALED ->
                    faults.add(
                            Faults.Kind.UNSEALED,
                            () ->
                                    Addresses.text(from)
                                            + " speaks without the group's key and is ignored; if"
                                            + " it belongs here, start it with --key-file");
            case FORGED ->
                    faults.add(
                            Faults.Kind.FORGED,
                            () ->
                                    Addresses.text(from)
                                            + " speaks with another key than this group's, or what"
                                            + " it sent was changed on the way; ignored");
            case REPLAYED ->
                    faults.add(
                            Faults.Kind.REPLAYED,
                            () ->
                                    Addresses.text(from)
                                            + " sent what came before, or is of an earlier run of"
                                            + " its sender; ignored");
            default -> throw new IllegalStateException("a verdict without a meaning");
        }
        return false;
    }

    /** A group that has a key is heard, and this node has none. */
    private void noteKeyed(InetSocketAddress from, byte[] bytes, int length) {
        int offset = DatagramLayout.HEADER_BYTES;
        boolean isHello = HelloJson.isJson(bytes, offset, length - offset);
        if (isHello
                && HelloJson.decode(bytes, offset, length - offset)
                        .envelope()
                        .group()
                        .equals(group)) {
            faults.add(
                    Faults.Kind.KEYED,
                    () ->
                            "the exchange "
                                    + group
                                    + " heard from "
                                    + Addresses.text(from)
                                    + " wants a key: start this node with --key-file and the same"
                                    + " file, or with another --group name");
        }
    }
}
