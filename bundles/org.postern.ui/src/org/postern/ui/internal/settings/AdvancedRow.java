package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postern.account.Account;
import org.postern.core.Secret;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;

import java.util.Optional;
import java.util.function.Supplier;

/** The button that opens the advanced settings, and what they are in short. */
final class AdvancedRow {

    private final Services services;
    private final LoginDraft draft;
    private final Supplier<Optional<Account>> account;
    private final Runnable changed;
    private final Composite row;
    private final Label summary;
    private Optional<Secret> password = Optional.empty();

    AdvancedRow(
            Composite form,
            Services services,
            LoginDraft draft,
            Supplier<Optional<Account>> account,
            Runnable changed) {
        this.services = services;
        this.draft = draft;
        this.account = account;
        this.changed = changed;
        Label none = new Label(form, SWT.NONE);
        row = new Composite(form, SWT.NONE);
        row.setData(none);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Button button = WidgetIds.name(new Button(row, SWT.PUSH), WidgetIds.SETTINGS_ADVANCED);
        button.setText(Messages.Advanced_open);
        button.addListener(SWT.Selection, e -> open());
        summary = WidgetIds.name(new Label(row, SWT.NONE), WidgetIds.SETTINGS_LOGIN_SUMMARY);
        Css.MUTED.style(summary);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(summary);
        row.addListener(SWT.Dispose, e -> password.ifPresent(Secret::close));
    }

    private void open() {
        LoginDraft copy = draft.copy();
        AdvancedDialog dialog = new AdvancedDialog(row.getShell(), services, copy, account);
        if (dialog.open() == Window.OK) {
            draft.take(copy);
            dialog.password().ifPresent(this::typed);
            changed.run();
        }
    }

    private void typed(Secret secret) {
        password.ifPresent(Secret::close);
        password = Optional.of(secret);
    }

    void show() {
        summary.setText(LoginTexts.summary(draft));
    }

    /** The certificate's password that was typed; the caller closes it. */
    Optional<Secret> password() {
        return password.map(Secret::copy);
    }

    Control control() {
        return row;
    }
}
