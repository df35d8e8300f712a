package outcry.client;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/**
 * What a session is subscribed to, renewed on every connection. Owned by the client loop's thread.
 */
final class Subscriptions {
    /** One subscription; account and instrument are empty where the topic has none. */
    record Key(ClientMessage.Topic topic, String account, String instrument) {
        @Override
        public String toString() {
            return topic.name().toLowerCase(Locale.ROOT)
                    + (account.isEmpty() ? "" : " of " + account)
                    + (instrument.isEmpty() ? "" : " of " + instrument);
        }
    }

    /** Id of the message that asked on this connection; 0 when it is still to be sent. */
    private final Map<Key, Long> subscriptions = new LinkedHashMap<>();

    /** Subscribes, or asks for a fresh snapshot when subscribed already. */
    void add(Key key) {
        subscriptions.put(key, 0L);
    }

    /** Whether there was such a subscription. */
    boolean remove(Key key) {
        return subscriptions.remove(key) != null;
    }

    /** A new connection: all have to be sent again. */
    void renew() {
        subscriptions.replaceAll((key, id) -> 0L);
    }

    /** The next message to send, which counts as sent from now on; or null. */
    ClientMessage.Subscribe next(long id, Function<String, RequestQueue.Access> access) {
        for (Map.Entry<Key, Long> entry : subscriptions.entrySet()) {
            Key key = entry.getKey();
            boolean mayBeSent =
                    key.account().isEmpty()
                            || access.apply(key.account()) == RequestQueue.Access.GRANTED;
            if (entry.getValue() == 0 && mayBeSent) {
                entry.setValue(id);
                return new ClientMessage.Subscribe(
                        id, key.topic(), key.account(), key.instrument());
            }
        }
        return null;
    }

    /** The refusal as a problem to show, or null when all is well. */
    ServerMessage.Problem onSubscribed(ServerMessage.Subscribed answer) {
        if (answer.ok()) {
            return null;
        }
        for (Map.Entry<Key, Long> entry : subscriptions.entrySet()) {
            if (entry.getValue() == answer.id()) {
                return new ServerMessage.Problem(
                        answer.id(),
                        "no feed of " + entry.getKey() + ": " + answer.message(),
                        false);
            }
        }
        return null; // Unsubscribed meanwhile: nobody misses it.
    }
}
