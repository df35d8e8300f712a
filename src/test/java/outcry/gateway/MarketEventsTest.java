package outcry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcry.market.MarketListener;

class MarketEventsTest {
    @Test
    void everyEventIsReplayedAsItWasHeardInOrder() throws Exception {
        Random random = new Random(5);
        MarketEvents.Recorder recorder = MarketEvents.recorder();
        for (int round = 0; round < 50; round++) {
            List<String> heard = new ArrayList<>();
            int count = random.nextInt(2_000);
            for (int i = 0; i < count; i++) {
                tellSomething(random, recorder, log(heard));
            }
            List<String> replayed = new ArrayList<>();
            MarketEvents events = recorder.take();
            assertEquals(count == 0, events.isEmpty());
            events.replay(log(replayed));
            assertEquals(heard, replayed);
        }
        assertTrue(recorder.take().isEmpty());
    }

    /** Calls one method of the listener interface, whichever there are, with random arguments. */
    private static void tellSomething(Random random, MarketListener... listeners)
            throws IllegalAccessException, InvocationTargetException {
        Method[] methods =
                Arrays.stream(MarketListener.class.getMethods())
                        .filter(Method::isDefault)
                        .toArray(Method[]::new);
        Method method = methods[random.nextInt(methods.length)];
        Object[] arguments =
                Arrays.stream(method.getParameterTypes())
                        .map(type -> argument(random, type))
                        .toArray();
        for (MarketListener listener : listeners) {
            method.invoke(listener, arguments);
        }
    }

    private static Object argument(Random random, Class<?> type) {
        if (type == long.class) {
            return random.nextLong();
        } else if (type == int.class) {
            return random.nextInt(1 << 23);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return "name" + random.nextInt();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            return bytes;
        }
        Object[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    private static MarketListener log(List<String> log) {
        return (MarketListener)
                Proxy.newProxyInstance(
                        MarketListener.class.getClassLoader(),
                        new Class<?>[] {MarketListener.class},
                        (proxy, method, arguments) -> {
                            log.add(method.getName() + Arrays.deepToString(arguments));
                            return null;
                        });
    }
}
