package outcry.wire.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outcry.base.Check;

/**
 * The secret that all members of a group share (G33). Tags are HMAC-SHA256, cut to their first 16
 * bytes: a forger who may try a million times a second needs longer than the universe is old, and a
 * datagram has more room for trades.
 *
 * <p>Never used itself: datagrams and each direction of each link have keys derived from it and
 * from the group's name. Immutable; any thread.
 */
public final class GroupKey {
    /** Shortest secret, in bytes. */
    public static final int SECRET_BYTES_MIN = 16;

    /** Longest secret, in bytes: what is longer was not meant as a key. */
    public static final int SECRET_BYTES_MAX = 4_096;

    static final int TAG_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec groupSecret;
    private final SecretKeySpec datagramSecret;

    private GroupKey(byte[] secret, String group) {
        // Hashed first: HMAC itself takes keys that differ in final zero bytes for the same.
        SecretKeySpec whole = new SecretKeySpec(hash(secret), ALGORITHM);
        groupSecret = derive(whole, "outcry group " + group);
        datagramSecret = derive(groupSecret, "datagrams");
    }

    /**
     * The key of the group of that name.
     *
     * @throws IllegalStateException when the secret is shorter or longer than the limits above
     */
    public static GroupKey of(byte[] secret, String group) {
        Check.that(
                secret.length >= SECRET_BYTES_MIN && secret.length <= SECRET_BYTES_MAX,
                "a group key of " + secret.length + " bytes");
        return new GroupKey(secret, group);
    }

    /** A fresh instance, to be used by one thread for all its datagrams. */
    Mac datagramMac() {
        return mac(datagramSecret);
    }

    /** The same for one direction of one link, which the nonces of both its ends name. */
    Mac linkMac(String direction, byte[] diallerNonce, byte[] acceptorNonce) {
        return mac(derive(groupSecret, direction, diallerNonce, acceptorNonce));
    }

    /** Whether the tag at {@code offset} is the one expected; takes as long either way. */
    static boolean isTag(byte[] expected, byte[] bytes, int offset) {
        int difference = 0;
        for (int i = 0; i < TAG_BYTES; i++) {
            difference |= expected[i] ^ bytes[offset + i];
        }
        return difference == 0;
    }

    /** Says nothing about the secret. */
    @Override
    public String toString() {
        return "a group key";
    }

    private static SecretKeySpec derive(SecretKeySpec from, String purpose, byte[]... parts) {
        Mac mac = mac(from);
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return new SecretKeySpec(mac.doFinal(), ALGORITHM);
    }

    private static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
