package outcry.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "12.50,1250",
        "12.5,1250",
        "12,1200",
        "0.05,5",
        "0,0",
        "007.10,710",
        "92233720368547758.07,9223372036854775807"
    })
    void readsWhatPeopleWrite(String text, long cents) {
        assertEquals(cents, Money.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1250,12.50",
        "5,0.05",
        "0,0.00",
        "-5,-0.05",
        "-100,-1.00",
        "-150,-1.50",
        "9223372036854775807,92233720368547758.07",
        "-9223372036854775808,-92233720368547758.08"
    })
    void writesTwoDecimals(long cents, String text) {
        assertEquals(text, Money.format(cents));
        assertEquals(cents, Money.parseSigned(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "5.",
                ".5",
                "1e3",
                "1E3",
                "NaN",
                "Infinity",
                "1,50",
                "1 000",
                "+5",
                "0x10",
                "12.5.0",
                "--5",
                "٣.00",
                "12.50 ",
                "1_000",
                "\u0000",
                "12345678901234567890123456"
            })
    void refusesWhatIsNoAmountAndShowsOne(String text) {
        String message =
                assertThrows(MalformedException.class, () -> Money.parse(text)).getMessage();
        assertTrue(message.contains("such as 12.50"), message);
    }

    @Test
    void saysWhatIsWrong() {
        assertRefused("12.505", "too many decimals");
        assertRefused("-1.00", "is negative");
        assertRefused("92233720368547758.08", "too large: at most 92233720368547758.07");
        assertRefused("99999999999999999999", "too large");
    }

    @Test
    void everyAmountComesBack() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            long cents = random.nextLong() >> random.nextInt(64);
            assertEquals(cents, Money.parseSigned(Money.format(cents)));
        }
    }

    private static void assertRefused(String text, String part) {
        String message =
                assertThrows(MalformedException.class, () -> Money.parse(text)).getMessage();
        assertTrue(message.contains(part), message);
    }
}
