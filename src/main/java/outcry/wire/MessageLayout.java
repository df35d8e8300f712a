package outcry.wire;

import java.util.function.BiConsumer;
import java.util.function.Function;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.group.Message;

/**
 * How one kind of message is written and read.
 *
 * @param code the byte that tells the kind; never given to another kind again
 */
record MessageLayout<M extends Message>(
        int code, Class<M> type, BiConsumer<ByteWriter, M> writer, Function<ByteReader, M> reader) {

    void write(ByteWriter out, Message message) {
        writer.accept(out, type.cast(message));
    }

    M read(ByteReader in) {
        return reader.apply(in);
    }
}
