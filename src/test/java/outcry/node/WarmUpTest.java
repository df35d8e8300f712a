package outcry.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcry.group.ElectionPolicy;

class WarmUpTest {
    @ParameterizedTest
    @EnumSource(ElectionPolicy.class)
    void everyCrashOfAnImaginedLeaderIsFollowedByAnElection(ElectionPolicy policy) {
        assertTrue(WarmUp.play(policy, 3) >= 4, "founding and three crashes make four terms");
    }
}
