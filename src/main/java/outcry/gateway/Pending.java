package outcry.gateway;

import outcry.market.Command;
import outcry.wire.trader.ClientMessage;
import outcry.wire.trader.ServerMessage;

/** Something a connection asked for, in its place in the row of answers. */
interface Pending {
    /** The answer, or null while there is none. */
    ServerMessage answer(long nowNanos);

    /** Something that is answered as soon as those before it are. */
    static Pending ready(ServerMessage answer) {
        return nowNanos -> answer;
    }

    /** An answer that somebody else will bring. */
    final class Promised implements Pending {
        private ServerMessage answer;

        @Override
        public ServerMessage answer(long nowNanos) {
            return answer;
        }

        void keep(ServerMessage newAnswer) {
            answer = newAnswer;
        }
    }

    /** A command on its way through the log. */
    final class Submitted implements Pending {
        private final ClientMessage.Submit submit;
        private ServerMessage answer;

        /** It was sequenced before one with a lower number, and must be submitted again. */
        private boolean early;

        Submitted(ClientMessage.Submit submit) {
            this.submit = submit;
        }

        ClientMessage.Submit submit() {
            return submit;
        }

        Command command() {
            return submit.command();
        }

        @Override
        public ServerMessage answer(long nowNanos) {
            return answer;
        }

        void keep(ServerMessage newAnswer) {
            answer = newAnswer;
        }

        boolean isEarly() {
            return early;
        }

        void setEarly(boolean newEarly) {
            early = newEarly;
        }
    }
}
