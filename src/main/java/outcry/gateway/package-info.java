/**
 * The traders' door: connections, login, limits, subscriptions, answers. One thread, one selector.
 *
 * <p>Reading order: {@link outcry.gateway.Gateway} is the face; {@code GatewayLoop} owns
 * everything; {@code Connection} moves bytes, {@code Conversation} keeps the row of answers, {@code
 * SessionDesk} and {@code LoginDesk} wait for the log, {@code Feeds} publishes what {@code model}
 * has learnt from {@link outcry.gateway.MarketEvents}.
 */
package outcry.gateway;
