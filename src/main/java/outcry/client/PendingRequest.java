package outcry.client;

import java.util.function.Consumer;
import outcry.market.Answer;
import outcry.market.Command;
import outcry.market.Reason;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** A command or question whose answer has not been handed over yet. */
abstract sealed class PendingRequest {
    /** When it was last put on a connection; meaningful while it counts as sent. */
    long sentNanos;

    /** Whether its answer is here and waits only for those of earlier requests. */
    abstract boolean isSettled();

    /** It has to go (again) over a new connection; what is known already is kept if it may be. */
    abstract void rewind();

    /** The account that must be logged in before this can be sent; empty when none. */
    abstract String account();

    /** Settles it without asking anybody: its account is not logged in. */
    abstract void refuse(String message);

    /** Hands the answer over. */
    abstract void deliver();

    /** A command; numbered when it is first sent, and never numbered again. */
    static final class OfCommand extends PendingRequest {
        private final long ticket;
        private final Command command;
        private final Consumer<ServerMessage.Answered> callback;
        private ServerMessage.Answered answered;

        /** The market session and number of this command; null and 0 until it is first sent. */
        private MarketSession session;

        private long number;

        /**
         * @param ticket what the caller knows it by
         */
        OfCommand(long ticket, Command command, Consumer<ServerMessage.Answered> callback) {
            this.ticket = ticket;
            this.command = command;
            this.callback = callback;
        }

        boolean isNumbered() {
            return number != 0;
        }

        boolean is(long aSession, long aNumber) {
            return isNumbered() && session.id() == aSession && number == aNumber;
        }

        /** Its number in that session; 0 until it is first sent. */
        long number() {
            return number;
        }

        /** The market session it belongs to; null until it is first sent. */
        MarketSession session() {
            return session;
        }

        /** The message; the first one numbers the command in {@code present}. */
        ClientMessage.Submit message(MarketSession present) {
            if (!isNumbered()) {
                session = present;
                number = present.takeNumber();
            }
            return new ClientMessage.Submit(session.id(), number, session.confirmed(), command);
        }

        void settle(Answer answer, String message) {
            long id = isNumbered() ? session.id() : 0;
            answered = new ServerMessage.Answered(id, ticket, answer, message);
        }

        @Override
        boolean isSettled() {
            return answered != null;
        }

        @Override
        void rewind() {
            // An answer stays true for ever, so a settled command need not be sent again.
        }

        @Override
        String account() {
            return command.account();
        }

        @Override
        void refuse(String message) {
            settle(Answer.rejected(0, Reason.NOT_LOGGED_IN, 0), message);
        }

        @Override
        void deliver() {
            if (isNumbered()) {
                session.confirm(number);
            }
            callback.accept(answered);
        }
    }

    /**
     * A question; has a new id each time it is sent, so that a late answer is not taken for new.
     */
    static final class OfQuery extends PendingRequest {
        private final ClientMessage.Topic topic;
        private final String account;
        private final String instrument;
        private final Consumer<ServerMessage> callback;
        private ServerMessage answer;
        private long id;

        OfQuery(
                ClientMessage.Topic topic,
                String account,
                String instrument,
                Consumer<ServerMessage> callback) {
            this.topic = topic;
            this.account = account;
            this.instrument = instrument;
            this.callback = callback;
        }

        ClientMessage.Query message(long newId, long minIndex) {
            id = newId;
            return new ClientMessage.Query(id, minIndex, topic, account, instrument);
        }

        boolean is(long anId) {
            return id != 0 && id == anId;
        }

        void settle(ServerMessage message) {
            answer = message;
        }

        @Override
        boolean isSettled() {
            return answer != null;
        }

        @Override
        void rewind() {
            // Asked again after the commands before it, or the answer would not know of them.
            answer = null;
            id = 0;
        }

        @Override
        String account() {
            return account;
        }

        @Override
        void refuse(String message) {
            answer = new ServerMessage.Problem(0, message, false);
        }

        @Override
        void deliver() {
            callback.accept(answer);
        }
    }
}
