package outcry.desktop.trader.search;

import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import outcry.client.ConnectionStatus;
import outcry.client.ConnectionStatus.State;

/** Whether the search is all there is to show, and what it says. */
public final class SearchModel {
    /** Silence after which causes are named. */
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s:]+:\\d{1,5}");

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private boolean everConnected;

    /**
     * @param searchedNanos since the search began
     */
    public void show(ConnectionStatus status, long searchedNanos) {
        everConnected |= status.state() != State.SEARCHING && status.state() != State.CLOSED;
        shown.set(!everConnected);
        boolean patient = searchedNanos < PATIENCE_NANOS && status.state() == State.SEARCHING;
        title.set(
                patient
                        ? "Looking for an exchange on this network…"
                        : "No exchange found on this network");
    }

    /** Whether no exchange was ever found by this window. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /**
     * What is wrong with an address that was typed, and what would be right; empty when nothing.
     */
    public static String problemOf(String address) {
        return ADDRESS.matcher(address.strip()).matches()
                ? ""
                : "An address looks like 192.168.1.23:17701.";
    }
}
