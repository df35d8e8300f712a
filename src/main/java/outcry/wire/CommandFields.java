package outcry.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import outcry.base.ByteReader;
import outcry.base.ByteWriter;
import outcry.base.Check;
import outcry.base.MalformedException;

/** Texts, byte arrays and small numbers in the bytes of a command. */
final class CommandFields {
    private CommandFields() {}

    static void putText(ByteWriter out, String text, int bytesMax) {
        putBytes(out, text.getBytes(StandardCharsets.UTF_8), bytesMax);
    }

    static void putBytes(ByteWriter out, byte[] bytes, int bytesMax) {
        Check.that(
                bytes.length <= bytesMax,
                "at most " + bytesMax + " bytes can be written, not " + bytes.length);
        out.put(bytes.length);
        out.putBytes(bytes, 0, bytes.length);
    }

    static String getName(ByteReader in) {
        return getText(in, CommandCodec.NAME_BYTES_MAX);
    }

    static String getText(ByteReader in, int bytesMax) {
        byte[] utf8 = getBytes(in, bytesMax);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("a name in UTF-8 expected: " + e.getMessage());
        }
    }

    static byte[] getBytes(ByteReader in, int bytesMax) {
        int length = in.get();
        if (length > bytesMax) {
            throw new MalformedException("at most " + bytesMax + " bytes expected, not " + length);
        }
        return in.getBytes(length);
    }

    /** A number that must fit an {@code int}. */
    static int getInt(ByteReader in) {
        long value = Varint.get(in);
        if (value != (int) value) {
            throw new MalformedException("a small number expected, not " + value);
        }
        return (int) value;
    }
}
