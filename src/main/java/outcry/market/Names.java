package outcry.market;

/** Which names the market takes (M2). */
public final class Names {
    private Names() {}

    /** Whether {@code name} is 1 to 32 of {@code A–Z a–z 0–9 . _ -}. */
    public static boolean isAccount(String name) {
        return isName(name, true);
    }

    /** Whether {@code symbol} is 1 to 32 of {@code A–Z 0–9 . _ -}. */
    public static boolean isSymbol(String symbol) {
        return isName(symbol, false);
    }

    /** Whether {@code name} is 1 to 64 printable characters, not only spaces. */
    public static boolean isFullName(String name) {
        if (name == null || name.isBlank() || name.length() > Limits.FULL_NAME_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            // A lone surrogate would not survive its way through UTF-8.
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String name, boolean lowerCase) {
        if (name == null || name.isEmpty() || name.length() > Limits.NAME_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits =
                    c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || c == '.'
                            || c == '_'
                            || c == '-'
                            || lowerCase && c >= 'a' && c <= 'z';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
