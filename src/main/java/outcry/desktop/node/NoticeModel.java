package outcry.desktop.node;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcry.desktop.node.face.RoleFace;
import outcry.desktop.node.run.NodeLife;
import outcry.desktop.node.run.NodePhase;
import outcry.desktop.node.settings.SettingsModel;
import outcry.desktop.parts.Figures;
import outcry.desktop.parts.Glyph;
import outcry.desktop.parts.Tone;
import outcry.group.GroupStatus;
import outcry.node.NodeConfig;
import outcry.node.NodeStatus;

/** What is not normal at the moment, what it means and what to do; null while all is well. */
final class NoticeModel {

    /** One sentence or two under the strip. */
    record Notice(Glyph glyph, Tone tone, String text) {}

    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void show(NodeLife life) {
        notice.set(noticeOf(life));
    }

    private static Notice noticeOf(NodeLife life) {
        NodePhase phase = life.phase();
        if (phase.isOver()) {
            return null; // The panel over the window says it.
        }
        if (phase == NodePhase.STARTING) {
            return new Notice(
                    Glyph.CONNECTING,
                    Tone.NEUTRAL,
                    "Starting: reading the data folder, binding" + " sockets.");
        }
        if (life.silentProperty().get()) {
            return silentNotice(life);
        }
        if (phase == NodePhase.LEAVING) {
            return new Notice(
                    Glyph.LEAVE,
                    Tone.NEUTRAL,
                    "Leaving the group. A leader hands over first; trading goes on without this"
                            + " node.");
        }
        return life.statusProperty().get() == null
                ? null
                : nodeNotice(life.statusProperty().get(), life.config());
    }

    private static Notice silentNotice(NodeLife life) {
        String age = "Nothing heard from this node for " + Figures.duration(life.ageNanos());
        long left = life.freezeLeftNanos();
        return left > 0
                ? new Notice(
                        Glyph.FROZEN,
                        Tone.WARNING,
                        age
                                + ": it is frozen as asked, for another "
                                + Figures.duration(left)
                                + ". What is shown below is old. Watch the others suspect it.")
                : new Notice(
                        Glyph.FROZEN,
                        Tone.WARNING,
                        age
                                + ". What is shown below is old. It stands still or this computer"
                                + " is overloaded; it goes on by itself, or crash and restart it.");
    }

    private static Notice nodeNotice(NodeStatus status, NodeConfig config) {
        Notice notice = groupNotice(status.group(), config);
        return notice == null && !status.warning().isEmpty()
                ? new Notice(Glyph.WARNING, Tone.WARNING, status.warning())
                : notice;
    }

    private static Notice groupNotice(GroupStatus status, NodeConfig config) {
        RoleFace face = RoleFace.of(status);
        String progress = status.joinProgress();
        String text = status.explanation();
        if (!progress.isEmpty()) {
            text = text.isEmpty() ? "Joining: " + progress : text + " " + progress;
        }
        return switch (face) {
            case CUT_OFF ->
                    new Notice(
                            Glyph.CUT_OFF,
                            Tone.ALARM,
                            text.isEmpty()
                                    ? "Cut off: this node hears no majority. Trading is paused here"
                                            + " so that two halves cannot disagree. Check the"
                                            + " network; it rejoins by itself."
                                    : text);
            case CANDIDATE, ELECTING ->
                    new Notice(
                            Glyph.ELECTING,
                            Tone.WARNING,
                            text.isEmpty() ? electionText(status) : text);
            case SEARCHING ->
                    new Notice(
                            Glyph.SEARCHING,
                            Tone.NEUTRAL,
                            text.isEmpty() ? searchText(config) : text);
            default ->
                    text.isEmpty()
                            ? null
                            : progress.isEmpty()
                                    ? new Notice(Glyph.WARNING, Tone.WARNING, text)
                                    : new Notice(Glyph.CONNECTING, Tone.NEUTRAL, text);
        };
    }

    private static String searchText(NodeConfig config) {
        return "Looking for the exchange \""
                + config.group()
                + "\""
                + (config.networkInterface().isEmpty() ? "" : " on " + config.networkInterface())
                + ". When no node of it is heard for "
                + Figures.duration(config.foundingWaitNanos())
                + ", this one founds it.";
    }

    private static String electionText(GroupStatus status) {
        return "No leader: electing one ("
                + SettingsModel.nameOf(status.policy())
                + "). Orders wait until it stands; nothing to do.";
    }
}
