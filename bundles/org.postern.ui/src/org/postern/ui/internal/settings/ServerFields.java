package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.core.Port;
import org.postern.core.Secret;
import org.postern.sync.TrialSecrets;
import org.postern.transport.TransportDescriptor;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The fields that say where mail comes from; the same in the wizard and in the settings. */
public final class ServerFields {

    private final ServerDraft draft;
    private final Runnable changed;
    private final List<TransportDescriptor> families;
    private final Composite form;
    private final Combo transport;
    private final Text host;
    private final Composite folderRow;
    private final Text folder;
    private final Button ssl;
    private final Button startTls;
    private final Text port;
    private final Text user;
    private final Text password;
    private final AdvancedRow advanced;
    private final Label warning;
    private boolean showing;

    /**
     * @param draft what the fields show and change
     * @param account with what the fields hold; empty while there is a mistake
     * @param changed called after each change
     */
    public ServerFields(
            Composite parent,
            Services services,
            ServerDraft draft,
            Supplier<Optional<Account>> account,
            Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        families = draft.families();
        form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(form);
        transport = transportList();
        host = text(Messages.Settings_host, WidgetIds.SETTINGS_HOST, draft::location);
        folderRow = folderRow();
        folder = folderField();
        ssl = box(Messages.Settings_ssl, WidgetIds.SETTINGS_SSL, draft::ssl);
        startTls = box(Messages.Settings_startTls, WidgetIds.SETTINGS_STARTTLS, draft::startTls);
        startTls.setToolTipText(Messages.Settings_startTlsTip);
        port = text(Messages.Settings_port, WidgetIds.SETTINGS_PORT, draft::port);
        GridDataFactory.swtDefaults().hint(120, SWT.DEFAULT).applyTo(port);
        user = text(Messages.Settings_user, WidgetIds.SETTINGS_USER, draft::user);
        password = passwordField();
        advanced =
                new AdvancedRow(
                        form, services, draft.loginDraft(), account, () -> draftChanges(() -> {}));
        warning = warningText();
        show();
    }

    private Combo transportList() {
        Fields.label(form, Messages.Settings_transport);
        Combo list = new Combo(form, SWT.READ_ONLY | SWT.DROP_DOWN);
        WidgetIds.name(list, WidgetIds.SETTINGS_TRANSPORT);
        families.forEach(f -> list.add(f.label()));
        list.addListener(SWT.Selection, e -> draftChanges(() -> choose(list.getSelectionIndex())));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        return list;
    }

    private void choose(int place) {
        draft.choose(families.get(place));
    }

    private Text text(String label, String id, Consumer<String> setter) {
        return field(label, id, SWT.BORDER, setter);
    }

    private Text field(String label, String id, int style, Consumer<String> setter) {
        Label before = Fields.label(form, label);
        Text text = WidgetIds.name(new Text(form, style), id);
        text.setData(before);
        text.addListener(SWT.Modify, e -> draftChanges(() -> setter.accept(text.getText())));
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private Composite folderRow() {
        Label before = Fields.label(form, Messages.Settings_folder);
        Composite row = new Composite(form, SWT.NONE);
        row.setData(before);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private Text folderField() {
        Text text = WidgetIds.name(new Text(folderRow, SWT.BORDER), WidgetIds.SETTINGS_FOLDER);
        Accessible.nameLike(text, Messages.Settings_folder);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, e -> draftChanges(() -> draft.location(text.getText())));
        Button browse = new Button(folderRow, SWT.PUSH);
        WidgetIds.name(browse, WidgetIds.SETTINGS_BROWSE);
        browse.setText(Messages.Settings_browse);
        browse.addListener(SWT.Selection, e -> browse());
        return text;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(form.getShell());
        dialog.setFilterPath(folder.getText());
        Optional.ofNullable(dialog.open()).ifPresent(folder::setText);
    }

    private Button box(String text, String id, Consumer<Boolean> setter) {
        Label none = new Label(form, SWT.NONE);
        Button box = WidgetIds.name(new Button(form, SWT.CHECK), id);
        box.setData(none);
        box.setText(text);
        box.addListener(SWT.Selection, e -> draftChanges(() -> setter.accept(box.getSelection())));
        return box;
    }

    private Text passwordField() {
        return field(
                Messages.Settings_password,
                WidgetIds.SETTINGS_PASSWORD,
                SWT.BORDER | SWT.PASSWORD,
                typed -> {});
    }

    private Label warningText() {
        new Label(form, SWT.NONE);
        Label label = WidgetIds.name(new Label(form, SWT.WRAP), WidgetIds.SETTINGS_WARNING);
        label.setText(Messages.Settings_exposed);
        Css.CAUTION_TEXT.style(label);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void draftChanges(Runnable change) {
        if (!showing) {
            change.run();
            show();
            changed.run();
        }
    }

    /** Shows what the draft holds, where the fields show something else. */
    public void show() {
        showing = true;
        transport.select(draft.family().map(families::indexOf).orElse(-1));
        put(draft.onServer() ? host : folder, draft.location());
        ssl.setSelection(draft.ssl());
        ssl.setEnabled(draft.canSwitchSsl());
        startTls.setSelection(draft.startTls());
        put(port, draft.port());
        port.setMessage(draft.defaultPort().map(Port::toString).orElse(""));
        put(user, draft.user());
        nameSecret();
        advanced.show();
        showing = false;
        showWhatApplies();
    }

    private static void put(Text field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void showWhatApplies() {
        boolean server = draft.onServer() || draft.transport().isEmpty();
        boolean login = draft.login() || draft.transport().isEmpty();
        visible(server, host, port, ssl);
        visible(draft.canStartTls(), startTls);
        visible(!server, folderRow);
        boolean secret = draft.loginDraft().authentication() != Authentication.CERTIFICATE;
        visible(login, user, advanced.control());
        visible(login && secret, password);
        warning.setVisible(draft.exposed());
        form.requestLayout();
    }

    /** A token is no password. */
    private void nameSecret() {
        boolean token = draft.loginDraft().authentication() == Authentication.TOKEN;
        if (password.getData() instanceof Label label) {
            label.setText(token ? Messages.Settings_token : Messages.Settings_password);
        }
    }

    private static void visible(boolean wanted, Control... fields) {
        Arrays.stream(fields).forEach(f -> visible(f, wanted));
    }

    private static void visible(Control field, boolean wanted) {
        if (field.getData() instanceof Label label) {
            exclude(label, !wanted);
        }
        exclude(field, !wanted);
    }

    private static void exclude(Control control, boolean excluded) {
        GridDataFactory.createFrom(dataOf(control)).exclude(excluded).applyTo(control);
        control.setVisible(!excluded);
    }

    private static GridData dataOf(Control control) {
        return control.getLayoutData() instanceof GridData data ? data : new GridData();
    }

    /** Says in the password field that there is a password already. */
    public void hasPassword() {
        password.setMessage(Messages.Settings_passwordKept);
    }

    /** What was typed as password; the caller closes it; empty when nothing was. */
    public Optional<Secret> password() {
        char[] typed = password.getTextChars();
        try {
            return typed.length == 0 ? Optional.empty() : Optional.of(Secret.of(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** All secrets that were typed; the caller closes them. */
    public TrialSecrets secrets() {
        return new TrialSecrets(password(), advanced.password());
    }

    /** Whether a password was typed. */
    public boolean passwordTyped() {
        return password.getCharCount() > 0;
    }

    /** All of it. */
    public Composite control() {
        return form;
    }

    /** Puts the cursor where typing starts. */
    public void setFocus() {
        (draft.onServer() ? host : folder).setFocus();
    }
}
