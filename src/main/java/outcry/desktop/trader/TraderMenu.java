package outcry.desktop.trader;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import outcry.desktop.app.Palette;
import outcry.desktop.app.Theme;
import outcry.desktop.app.Windows;

/** The menu of a trader window. */
final class TraderMenu {
    private TraderMenu() {}

    static MenuBar of(Windows windows, TraderCommands commands) {
        Menu file =
                new Menu(
                        "File",
                        null,
                        item("New trader window", "", commands::openAnother),
                        new SeparatorMenuItem(),
                        item("Close window", "Shortcut+W", commands::close));
        Menu trade =
                new Menu(
                        "Trade",
                        null,
                        item("Buy", "F1", commands::chooseBuy),
                        item("Sell", "F2", commands::chooseSell),
                        item("Send", "Shortcut+Enter", commands::send),
                        item("Clear ticket", "Esc", commands::clear),
                        new SeparatorMenuItem(),
                        item("Cancel all", "Shortcut+BACK_SPACE", commands::cancelAll));
        Menu market =
                new Menu(
                        "Market",
                        null,
                        item("Run the exchange… (operators)", "Shortcut+M", commands::operate));
        Menu help =
                new Menu("Help", null, item("Keyboard shortcuts (?)", "", commands::toggleSheet));
        MenuBar bar = new MenuBar(file, trade, view(windows, commands), market, help);
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static Menu view(Windows windows, TraderCommands commands) {
        CheckMenuItem light = new CheckMenuItem("Light theme");
        light.setSelected(windows.themeProperty().get() == Theme.LIGHT);
        light.setOnAction(e -> windows.setTheme(light.isSelected() ? Theme.LIGHT : Theme.DARK));
        windows.themeProperty()
                .addListener((o, before, theme) -> light.setSelected(theme == Theme.LIGHT));
        CheckMenuItem classic = new CheckMenuItem("Green and red sides");
        classic.setSelected(windows.paletteProperty().get() == Palette.CLASSIC);
        classic.setOnAction(
                e -> windows.setPalette(classic.isSelected() ? Palette.CLASSIC : Palette.SAFE));
        return new Menu(
                "View",
                null,
                light,
                classic,
                new SeparatorMenuItem(),
                item("Larger", "Shortcut+PLUS", () -> zoom(windows, 0.1)),
                item("Smaller", "Shortcut+MINUS", () -> zoom(windows, -0.1)),
                item("Normal size", "Shortcut+0", () -> windows.setZoom(1)),
                new SeparatorMenuItem(),
                item("Next panel", "F6", () -> commands.nextPanel(1)));
    }

    private static void zoom(Windows windows, double by) {
        windows.setZoom(windows.zoomProperty().get() + by);
    }

    private static MenuItem item(String text, String keys, Runnable action) {
        MenuItem item = new MenuItem(text);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(e -> action.run());
        return item;
    }
}
