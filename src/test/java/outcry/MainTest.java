package outcry;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void exists() {
        assertNotNull(Main.class);
    }
}
