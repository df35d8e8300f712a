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
    private static final RecentNames RECENT = new RecentNames();

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

    /** The name of an account or the symbol of an instrument. */
    static String getName(ByteReader in) {
        byte[] utf8 = getBytes(in, CommandCodec.NAME_BYTES_MAX);
        String name = RECENT.find(utf8);
        if (name == null) {
            name = decode(utf8);
            RECENT.add(name, utf8);
        }
        return name;
    }

    static String getText(ByteReader in, int bytesMax) {
        return decode(getBytes(in, bytesMax));
    }

    private static String decode(byte[] utf8) {
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
