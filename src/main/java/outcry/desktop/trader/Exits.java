package outcry.desktop.trader;

import java.util.function.BiConsumer;
import outcry.client.ClientConfig;
import outcry.desktop.app.Settings;
import outcry.desktop.app.Windows;

/**
 * What leads out of one trader window into another state of the program: other windows, accounts.
 */
final class Exits {
    private final Windows windows;
    private final ClientConfig config;
    private final String usualSecret;

    /**
     * @param usualSecret opens every account for which no other was typed
     */
    Exits(Windows windows, ClientConfig config, String usualSecret) {
        this.windows = windows;
        this.config = config;
        this.usualSecret = usualSecret;
    }

    /** Where nodes are looked for, in words. */
    String networks() {
        if (!config.connect().isEmpty()) {
            return config.connect();
        }
        return config.networkInterface().isEmpty() ? "all networks" : config.networkInterface();
    }

    /** Opens an account; an empty secret stands for the one used last, or the usual one. */
    BiConsumer<String, String> login(TraderModel model) {
        return (account, typed) -> {
            Settings settings = windows.settings();
            settings.put("account", account);
            if (!typed.isEmpty()) {
                settings.keepSecret(config.group(), account, typed);
            }
            model.login(account, settings.secretOf(config.group(), account, usualSecret));
        };
    }

    void openAnother() {
        TraderWindow.open(windows, config, "", usualSecret);
    }

    /** The same account through one address. */
    void connectTo(TraderWindow window, String address) {
        replace(window, config.connectedTo(address));
    }

    /** The same account and exchange, from the beginning. */
    void reconnect(TraderWindow window) {
        replace(window, config);
    }

    private void replace(TraderWindow window, ClientConfig next) {
        String account = window.model().account().accountProperty().get();
        TraderWindow.open(windows, next, account, usualSecret);
        windows.close(window);
    }
}
