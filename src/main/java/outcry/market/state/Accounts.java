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

    private static final int FIRST = 2;
    private static final int HOLDERS_MIN = 16;

    private final Digest digest;
    private final NameTable names = new NameTable();
    private byte[][] salts = new byte[16][];
    private byte[][] hashes = new byte[16][];

    /**
     * Per asset, cash first and then each instrument: the digest's key of the asset, and what
     * account n has available and reserved at 2n + 2 and 2n + 3. A row is as long as the account
     * with the highest number that had some of it needs.
     */
    private long[][] holdings = new long[8][];

    private int assets;

    /** What there is now of what {@link #reserve} or {@link #release} changed last. */
    private long lastAvailable;

    private long lastReserved;

    private boolean[] operators = new boolean[16];
    private int operatorCount;

    /** Deposits less withdrawals of all accounts. */
    private long cashTotal;

    public Accounts(Digest digest) {
        this.digest = digest;
        addAsset(Digest.CASH_KEY);
    }

    /** The next instrument's shares can be held from now on. */
    public void addInstrument() {
        addAsset(Digest.instrumentKey(assets - 1));
    }

    private void addAsset(long key) {
        if (assets == holdings.length) {
            holdings = Arrays.copyOf(holdings, assets * 2);
        }
        holdings[assets++] = new long[] {key};
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

    /** Whether the account, which exists, has this name. */
    public boolean isNamed(int account, String name) {
        return names.isNamed(account, name);
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
        long[] held = holdings[asset + 1];
        int at = FIRST + 2 * account;
        return at < held.length ? held[at] : 0;
    }

    /** Cents, or shares of an instrument. */
    public long reserved(int account, int asset) {
        long[] held = holdings[asset + 1];
        int at = FIRST + 2 * account;
        return at < held.length ? held[at + 1] : 0;
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

    /**
     * Sets aside {@code amount}, not negative, of what is available.
     *
     * @return false, and nothing changes, when that is not enough
     */
    public boolean reserve(int account, int asset, long amount) {
        long[] held = holdings[asset + 1];
        int at = FIRST + 2 * account;
        if (at >= held.length) {
            lastAvailable = 0;
            lastReserved = 0;
            return amount == 0;
        }
        long left = held[at] - amount;
        if (left < 0) {
            return false;
        }
        long more = held[at + 1] + amount;
        held[at] = left;
        held[at + 1] = more;
        lastAvailable = left;
        lastReserved = more;
        digest.addReserved(Digest.accountKey(account), held[0], amount);
        return true;
    }

    /** Makes {@code amount} of what is reserved available again. */
    public void release(int account, int asset, long amount) {
        long[] held = holders(account, asset);
        int at = FIRST + 2 * account;
        long left = held[at + 1] - amount;
        if (left < 0) {
            throw negative();
        }
        long more = held[at] + amount;
        held[at] = more;
        held[at + 1] = left;
        lastAvailable = more;
        lastReserved = left;
        digest.addReserved(Digest.accountKey(account), held[0], -amount);
    }

    /** What is available after the last {@link #reserve} or {@link #release}, of the same. */
    public long lastAvailable() {
        return lastAvailable;
    }

    /** What is reserved after the last {@link #reserve} or {@link #release}, of the same. */
    public long lastReserved() {
        return lastReserved;
    }

    /** Changes both parts of what an account has of an asset by the given differences. */
    public void move(int account, int asset, long available, long reserved) {
        change(holders(account, asset), account, Digest.accountKey(account), available, reserved);
    }

    /**
     * Exchanges shares that the seller had reserved for cash of the buyer.
     *
     * @param freed cents the buyer's order had reserved for them
     * @param payment cents the buyer pays
     * @param proceeds cents the seller gets
     */
    public void settle(
            int instrument,
            int buyer,
            long freed,
            long payment,
            int seller,
            long proceeds,
            long quantity) {
        long buyerKey = Digest.accountKey(buyer);
        long sellerKey = Digest.accountKey(seller);
        change(holders(buyer, CASH), buyer, buyerKey, freed - payment, -freed);
        change(holders(seller, CASH), seller, sellerKey, proceeds, 0);
        change(holders(buyer, instrument), buyer, buyerKey, quantity, 0);
        change(holders(seller, instrument), seller, sellerKey, 0, -quantity);
    }

    private void change(long[] held, int account, long key, long available, long reserved) {
        int at = FIRST + 2 * account;
        long newAvailable = held[at] + available;
        long newReserved = held[at + 1] + reserved;
        if ((newAvailable | newReserved) < 0) {
            throw negative();
        }
        held[at] = newAvailable;
        held[at + 1] = newReserved;
        digest.addHolding(key, held[0], available, reserved);
    }

    private static IllegalStateException negative() {
        return new IllegalStateException("cash or shares would become negative");
    }

    /** The row of an asset, with room for the account. */
    private long[] holders(int account, int asset) {
        long[] held = holdings[asset + 1];
        return FIRST + 2 * account < held.length ? held : makeRoomFor(account, asset);
    }

    private long[] makeRoomFor(int account, int asset) {
        int holders = HOLDERS_MIN;
        while (account >= holders) {
            holders *= 2;
        }
        holdings[asset + 1] = Arrays.copyOf(holdings[asset + 1], FIRST + 2 * holders);
        return holdings[asset + 1];
    }
}
