package outcry.gateway;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Salted, slow hashes of accounts' secrets (M6): PBKDF2 with HMAC-SHA256. The first byte of a salt
 * tells the scheme, so that a later one can stand beside this one in a log.
 */
final class Secrets {
    private static final byte SCHEME = 1;
    private static final int ITERATIONS = 4_096;
    private static final int SALT_BYTES = 17;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        salt[0] = SCHEME;
        return salt;
    }

    /** Takes some milliseconds on purpose. */
    static byte[] hash(String secret, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, ITERATIONS, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Whether this program knows how the account's secret was hashed. */
    static boolean isKnownScheme(byte[] salt) {
        return salt.length == SALT_BYTES && salt[0] == SCHEME;
    }

    /** Compares in a time that does not depend on the content. */
    static boolean matches(String secret, byte[] salt, byte[] hash) {
        return MessageDigest.isEqual(hash(secret, salt), hash);
    }
}
