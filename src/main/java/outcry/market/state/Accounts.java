package outcry.market.state;

import java.util.Arrays;
import outcry.base.Check;

/**
 * Accounts by number: name, salted hash, cash and shares, each split in available and reserved
 * (M3). Keeps its part of the digest. Nothing is ever negative: that is checked at every change.
 */
public final class Accounts {
    public static final int NONE = NameTable.NONE;

    private static final long[] NO_SHARES = {};
    private static final int ACCOUNTS_MIN = 16;

    // The words of account n, at 4n.
    private static final int WORDS_LOG2 = 2;
    private static final int CASH_AVAILABLE = 0;
    private static final int CASH_RESERVED = 1;
    private static final int DIGEST_KEY = 2;

    private final Digest digest;
    private final NameTable names = new NameTable();
    private byte[][] salts = new byte[16][];
    private byte[][] hashes = new byte[16][];

    private long[] words = new long[16 << WORDS_LOG2];

    /** Per instrument, available and reserved shares of account n at 2n and 2n + 1. */
    private long[][] shares = {};

    private long[] instrumentKeys = new long[0];
    private boolean[] operators = new boolean[16];
    private int operatorCount;

    /** Deposits less withdrawals of all accounts. */
    private long cashTotal;

    public Accounts(Digest digest) {
        this.digest = digest;
    }

    public int count() {
        return names.count();
    }

    public int find(String name) {
        return names.find(name);
    }

    public int open(String name, byte[] salt, byte[] hash) {
        int account = names.add(name);
        if (account == salts.length) {
            int capacity = account * 2;
            salts = Arrays.copyOf(salts, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
            words = Arrays.copyOf(words, capacity << WORDS_LOG2);
            operators = Arrays.copyOf(operators, capacity);
        }
        salts[account] = salt.clone();
        hashes[account] = hash.clone();
        words[(account << WORDS_LOG2) + DIGEST_KEY] = Digest.accountKey(account);
        digest.addAccount(account, name, salt, hash);
        return account;
    }

    public String name(int account) {
        return names.name(account);
    }

    public byte[] salt(int account) {
        return salts[account].clone();
    }

    public byte[] hash(int account) {
        return hashes[account].clone();
    }

    public boolean hasSecret(int account, byte[] salt, byte[] hash) {
        return Arrays.equals(salts[account], salt) && Arrays.equals(hashes[account], hash);
    }

    public boolean isOperator(int account) {
        return operators[account];
    }

    public int operatorCount() {
        return operatorCount;
    }

    public void setOperator(int account, boolean isOperator) {
        if (operators[account] != isOperator) {
            operators[account] = isOperator;
            operatorCount += isOperator ? 1 : -1;
            digest.addOperator(account, isOperator ? 1 : -1);
        }
    }

    /** Deposits less withdrawals: what accounts and the exchange's till have together. */
    public long cashTotal() {
        return cashTotal;
    }

    public long cashAvailable(int account) {
        return words[(account << WORDS_LOG2) + CASH_AVAILABLE];
    }

    public long cashReserved(int account) {
        return words[(account << WORDS_LOG2) + CASH_RESERVED];
    }

    /** Counts cash that comes in from outside without going to an account. */
    public void moveTotal(long cents) {
        cashTotal += cents;
    }

    /** Brings cash in from outside, or takes it out when negative. */
    public void depositCash(int account, long cents) {
        cashTotal += cents;
        moveCash(account, cents, 0);
    }

    /** Changes both parts of an account's cash by the given differences. */
    public void moveCash(int account, long available, long reserved) {
        int at = account << WORDS_LOG2;
        long newAvailable = words[at + CASH_AVAILABLE] + available;
        long newReserved = words[at + CASH_RESERVED] + reserved;
        Check.that((newAvailable | newReserved) >= 0, "cash would become negative");
        words[at + CASH_AVAILABLE] = newAvailable;
        words[at + CASH_RESERVED] = newReserved;
        digest.addCash(words[at + DIGEST_KEY], available, reserved);
    }

    /** Instruments of which somebody held shares are numbered below this. */
    public int instrumentsTouched() {
        return shares.length;
    }

    public long sharesAvailable(int account, int instrument) {
        long[] held = holders(instrument);
        return 2 * account < held.length ? held[2 * account] : 0;
    }

    public long sharesReserved(int account, int instrument) {
        long[] held = holders(instrument);
        return 2 * account < held.length ? held[2 * account + 1] : 0;
    }

    /** Changes both parts of an account's holding by the given differences. */
    public void moveShares(int account, int instrument, long available, long reserved) {
        int at = 2 * account;
        long[] held = holders(instrument);
        if (at >= held.length) {
            held = makeRoomFor(account, instrument);
        }
        long newAvailable = held[at] + available;
        long newReserved = held[at + 1] + reserved;
        Check.that((newAvailable | newReserved) >= 0, "shares would become negative");
        held[at] = newAvailable;
        held[at + 1] = newReserved;
        long accountKey = words[(account << WORDS_LOG2) + DIGEST_KEY];
        digest.addShares(accountKey, instrumentKeys[instrument], available, reserved);
    }

    private long[] holders(int instrument) {
        return instrument < shares.length ? shares[instrument] : NO_SHARES;
    }

    private long[] makeRoomFor(int account, int instrument) {
        int known = shares.length;
        if (instrument >= known) {
            shares = Arrays.copyOf(shares, instrument + 1);
            instrumentKeys = Arrays.copyOf(instrumentKeys, instrument + 1);
            for (int i = known; i <= instrument; i++) {
                shares[i] = NO_SHARES;
                instrumentKeys[i] = Digest.instrumentKey(i);
            }
        }
        int length = Math.max(2 * ACCOUNTS_MIN, 2 * shares[instrument].length);
        while (2 * account >= length) {
            length *= 2;
        }
        shares[instrument] = Arrays.copyOf(shares[instrument], length);
        return shares[instrument];
    }
}
