package outcry.market.state;

import java.util.Arrays;

/**
 * Accounts by number: name, salted hash, cash and shares, each split in available and reserved
 * (M3). Keeps its part of the digest. Nothing is ever negative: that is checked at every change.
 */
public final class Accounts {
    public static final int NONE = NameTable.NONE;

    /** Cash in the place of an instrument, where both are meant. */
    public static final int CASH = Instruments.NONE;

    private static final long[] NOBODY = {};
    private static final int HOLDERS_MIN = 16;

    private final Digest digest;
    private final NameTable names = new NameTable();
    private byte[][] salts = new byte[16][];
    private byte[][] hashes = new byte[16][];

    /**
     * Per asset, cash first and then each instrument, what account n has available and reserved at
     * 2n and 2n + 1.
     */
    private long[][] holdings = {};

    /** The digest's key of each of these assets. */
    private long[] assetKeys = {};

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
            operators = Arrays.copyOf(operators, capacity);
        }
        salts[account] = salt.clone();
        hashes[account] = hash.clone();
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
        return available(account, CASH);
    }

    public long cashReserved(int account) {
        return reserved(account, CASH);
    }

    public long sharesAvailable(int account, int instrument) {
        return available(account, instrument);
    }

    public long sharesReserved(int account, int instrument) {
        return reserved(account, instrument);
    }

    /** Cents, or shares of an instrument. */
    public long available(int account, int asset) {
        long[] held = holders(asset);
        return 2 * account < held.length ? held[2 * account] : 0;
    }

    /** Cents, or shares of an instrument. */
    public long reserved(int account, int asset) {
        long[] held = holders(asset);
        return 2 * account < held.length ? held[2 * account + 1] : 0;
    }

    /** Counts cash that comes in from outside without going to an account. */
    public void moveTotal(long cents) {
        cashTotal += cents;
    }

    /** Brings cash in from outside, or takes it out when negative. */
    public void depositCash(int account, long cents) {
        cashTotal += cents;
        move(account, CASH, cents, 0);
    }

    /** Instruments of which somebody held shares are numbered below this. */
    public int instrumentsTouched() {
        return Math.max(0, holdings.length - 1);
    }

    /** Changes both parts of what an account has of an asset by the given differences. */
    public void move(int account, int asset, long available, long reserved) {
        int at = 2 * account;
        long[] held = holders(asset);
        if (at >= held.length) {
            held = makeRoomFor(account, asset);
        }
        long newAvailable = held[at] + available;
        long newReserved = held[at + 1] + reserved;
        if ((newAvailable | newReserved) < 0) {
            throw new IllegalStateException(
                    (asset == CASH ? "cash" : "shares") + " would become negative");
        }
        held[at] = newAvailable;
        held[at + 1] = newReserved;
        digest.addHolding(account, assetKeys[asset + 1], available, reserved);
    }

    private long[] holders(int asset) {
        return asset + 1 < holdings.length ? holdings[asset + 1] : NOBODY;
    }

    private long[] makeRoomFor(int account, int asset) {
        int row = asset + 1;
        int known = holdings.length;
        if (row >= known) {
            holdings = Arrays.copyOf(holdings, row + 1);
            assetKeys = Arrays.copyOf(assetKeys, row + 1);
            for (int i = known; i <= row; i++) {
                holdings[i] = NOBODY;
                assetKeys[i] = i == 0 ? Digest.CASH_KEY : Digest.instrumentKey(i - 1);
            }
        }
        int length = Math.max(2 * HOLDERS_MIN, 2 * holdings[row].length);
        while (2 * account >= length) {
            length *= 2;
        }
        holdings[row] = Arrays.copyOf(holdings[row], length);
        return holdings[row];
    }
}
