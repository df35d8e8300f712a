package outcry.wire;

import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.MalformedException;
import outcry.group.NodeInfo;

/** A node's identity and addresses inside compact messages. */
final class NodeInfoLayout {
    static final int NAME_BYTES_MAX = 128;
    static final int HOST_BYTES_MAX = 64;

    private NodeInfoLayout() {}

    static void put(ByteWriter out, NodeInfo node) {
        out.putLong(node.id()).putString(node.name());
        out.putInt(node.incarnation()).putInt(node.birth());
        out.putString(node.host());
        out.putShort(node.linkPort()).putShort(node.datagramPort()).putShort(node.traderPort());
    }

    static NodeInfo get(ByteReader in) {
        long id = in.getLong();
        if (id == 0) {
            throw new MalformedException("a node's id is never 0");
        }
        return new NodeInfo(
                id,
                in.getString(NAME_BYTES_MAX),
                in.getInt(),
                in.getInt(),
                in.getString(HOST_BYTES_MAX),
                in.getShort(),
                in.getShort(),
                in.getShort());
    }
}
