package outcry.desktop.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void moneyHasTwoDecimalsGroupsAndARealMinus() {
        assertEquals("0.00", Figures.money(0));
        assertEquals("0.05", Figures.money(5));
        assertEquals("1\u00a0234.50", Figures.money(123_450));
        assertEquals("\u2212101\u00a0250.00", Figures.money(-10_125_000));
        assertEquals("\u22120.50", Figures.money(-50));
    }

    @Test
    void aGainShowsItsSign() {
        assertEquals("+1.25", Figures.gain(125));
        assertEquals("\u22121.25", Figures.gain(-125));
        assertEquals("0.00", Figures.gain(0));
    }

    @Test
    void aChangeIsAPercentageOfTheWhole() {
        assertEquals("+1.25\u00a0%", Figures.change(125, 10_000));
        assertEquals("–", Figures.change(125, 0));
    }

    @Test
    void durationsHaveTheUnitThatFits() {
        assertEquals("850\u00a0µs", Figures.duration(850_000));
        assertEquals("1.8\u00a0ms", Figures.duration(1_830_000));
        assertEquals("40\u00a0ms", Figures.duration(40_000_000));
        assertEquals("1.4\u00a0s", Figures.duration(1_400_000_000));
        assertEquals("02:05", Figures.duration(125_000_000_000L));
    }

    @Test
    void moneyIsReadAsItIsWrittenAndAsPeopleTypeIt() {
        assertEquals(OptionalLong.of(123_450), Figures.parseMoney(Figures.money(123_450)));
        assertEquals(OptionalLong.of(1250), Figures.parseMoney("12.5"));
        assertEquals(OptionalLong.of(1250), Figures.parseMoney("12,50"));
        assertEquals(OptionalLong.of(120_000), Figures.parseMoney("1 200"));
    }

    @Test
    void whatIsNoAmountIsNotRead() {
        for (String text :
                new String[] {"", "abc", "-1", "1.234", "1.2.3", "99999999999999999999"}) {
            assertEquals(OptionalLong.empty(), Figures.parseMoney(text), text);
        }
        for (String text : new String[] {"", "1.5", "-1", "9999999999999999999"}) {
            assertEquals(OptionalLong.empty(), Figures.parseCount(text), text);
        }
    }
}
