package outcry.desktop.trader.account;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcry.desktop.parts.Glyph;

/** Whose account it is, its cash and its worth; and the form to change to another. */
public final class AccountPane extends VBox {
    private final VBox form = new VBox();
    private final TextField name = new TextField();
    private final PasswordField secret = new PasswordField();

    /**
     * @param login opens another account; an empty secret stands for the remembered one
     */
    public AccountPane(AccountModel model, BiConsumer<String, String> login) {
        setId("account");
        getStyleClass().add("account");
        Label owner = new Label("", Glyph.ACCOUNT.node());
        owner.setId("account-name");
        owner.getStyleClass().add("account-name");
        owner.textProperty().bind(model.accountProperty());
        Hyperlink change = new Hyperlink("Change…");
        change.setId("account-change");
        change.setOnAction(e -> showForm(!form.isVisible(), model.accountProperty().get()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(owner, gap, change);
        head.getStyleClass().add("account-head");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("account-figures");
        row(grid, 0, "Cash, free", "cash-available", model.cashAvailableProperty());
        row(grid, 1, "Cash, reserved", "cash-reserved", model.cashReservedProperty());
        row(grid, 2, "Equity", "account-equity", model.equityProperty());
        row(grid, 3, "P&L of fills seen", "account-profit", model.profitProperty());
        form.getChildren().addAll(formFields(login));
        form.getStyleClass().add("account-form");
        getChildren().addAll(head, form, grid);
        showForm(false, "");
    }

    private Node formFields(BiConsumer<String, String> login) {
        name.setId("login-name");
        name.setPromptText("Account");
        name.setAccessibleText("Account name");
        secret.setId("login-secret");
        secret.setPromptText("Secret (empty: remembered)");
        secret.setAccessibleText("Secret; empty for the one kept on this computer");
        Button open = new Button("Open");
        open.setId("login-open");
        open.getStyleClass().add("accent");
        Runnable act =
                () -> {
                    showForm(false, "");
                    login.accept(name.getText().strip(), secret.getText());
                    secret.clear();
                };
        open.setOnAction(e -> act.run());
        open.disableProperty().bind(name.textProperty().map(String::isBlank));
        secret.setOnAction(e -> act.run());
        VBox fields = new VBox(name, secret, open);
        fields.getStyleClass().add("account-form");
        return fields;
    }

    private void showForm(boolean shown, String current) {
        form.setVisible(shown);
        form.setManaged(shown);
        if (shown) {
            name.setText(current);
            name.requestFocus();
        }
    }

    private static void row(
            GridPane grid, int row, String text, String id, ObservableValue<String> value) {
        Label word = new Label(text);
        word.getStyleClass().add("account-word");
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().add("figure");
        figure.setMaxWidth(Double.MAX_VALUE);
        figure.textProperty().bind(value);
        word.setLabelFor(figure);
        grid.addRow(row, word, figure);
        GridPane.setHgrow(figure, Priority.ALWAYS);
    }
}
