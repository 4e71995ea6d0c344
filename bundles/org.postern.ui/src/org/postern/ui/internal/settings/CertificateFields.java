package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postern.account.Account;
import org.postern.account.ClientCertificate;
import org.postern.core.Secret;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.LookAtCertificate;
import org.postern.ui.internal.look.Accessible;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fact;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the client certificate lies, its password, and until when it holds. */
final class CertificateFields {

    private final Services services;
    private final LoginDraft draft;
    private final Supplier<Optional<Account>> account;
    private final Runnable changed;
    private final Combo kind;
    private final Text place;
    private final Button browse;
    private final Text password;
    private final Label holds;
    private int looks;
    private boolean unseen = true;
    private boolean keptPin;

    CertificateFields(
            Composite form,
            Services services,
            LoginDraft draft,
            Supplier<Optional<Account>> account,
            Runnable changed) {
        this.services = services;
        this.draft = draft;
        this.account = account;
        this.changed = changed;
        kind = kindList(form);
        Fields.label(form, Messages.Advanced_place);
        Composite row = new Composite(form, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        place = WidgetIds.name(new Text(row, SWT.BORDER), WidgetIds.ADVANCED_PLACE);
        Accessible.nameLike(place, Messages.Advanced_place);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(place);
        browse = WidgetIds.name(new Button(row, SWT.PUSH), WidgetIds.ADVANCED_BROWSE);
        browse.setText(Messages.Settings_browse);
        Fields.label(form, Messages.Advanced_secret);
        password = new Text(form, SWT.BORDER | SWT.PASSWORD);
        WidgetIds.name(password, WidgetIds.ADVANCED_SECRET);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(password);
        new Label(form, SWT.NONE);
        holds = WidgetIds.name(new Label(form, SWT.WRAP), WidgetIds.ADVANCED_HOLDS);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, 36).applyTo(holds);
        show();
        listen();
        look();
    }

    private static Combo kindList(Composite form) {
        Fields.label(form, Messages.Advanced_kind);
        Combo list = WidgetIds.name(new Combo(form, SWT.READ_ONLY), WidgetIds.ADVANCED_KIND);
        list.setItems(Messages.Advanced_none, Messages.Advanced_file, Messages.Advanced_chip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        return list;
    }

    private void show() {
        Optional<ClientCertificate> now = draft.certificate();
        kind.select(now.map(c -> c.kind().ordinal() + 1).orElse(0));
        place.setText(now.map(ClientCertificate::location).orElse(""));
        keptPin = now.isPresent();
        if (keptPin) {
            password.setMessage(Messages.Settings_passwordKept);
        }
        enable();
    }

    private void listen() {
        kind.addListener(SWT.Selection, e -> take());
        place.addListener(SWT.Modify, e -> take());
        password.addListener(SWT.Modify, e -> unseen = true);
        place.addListener(SWT.FocusOut, e -> look());
        password.addListener(SWT.FocusOut, e -> look());
        browse.addListener(SWT.Selection, e -> browse());
    }

    private void browse() {
        FileDialog dialog = new FileDialog(place.getShell(), SWT.OPEN);
        dialog.setFileName(place.getText());
        Optional.ofNullable(dialog.open()).ifPresent(place::setText);
        look();
    }

    private void take() {
        unseen = true;
        keptPin = false;
        draft.certificate(chosenKind(), place.getText());
        enable();
        changed.run();
    }

    private Optional<ClientCertificate.Kind> chosenKind() {
        int chosen = kind.getSelectionIndex();
        return chosen <= 0
                ? Optional.empty()
                : Optional.of(ClientCertificate.Kind.values()[chosen - 1]);
    }

    private void enable() {
        boolean some = chosenKind().isPresent();
        place.setEnabled(some);
        browse.setEnabled(some);
        password.setEnabled(some);
        if (!some) {
            holds.setText("");
        }
    }

    /** Says until when it holds; the file or the token is read in the background. */
    private void look() {
        Optional<ClientCertificate> where = draft.certificate();
        Optional<Account> whose = account.get();
        if (where.isEmpty() || whose.isEmpty() || locksItself(where.get())) {
            return;
        }
        unseen = false;
        Display display = holds.getDisplay();
        int look = ++looks;
        LookAtCertificate.schedule(
                services,
                whose.get(),
                where.get(),
                password(),
                fact -> display.asyncExec(() -> say(fact, look)));
    }

    /**
     * A token may lock itself for good after three wrong PINs: none is tried twice because somebody
     * went through the fields, and none that nobody typed.
     */
    private boolean locksItself(ClientCertificate where) {
        boolean known = keptPin || password.getCharCount() > 0;
        return where.kind() == ClientCertificate.Kind.PKCS11 && !(unseen && known);
    }

    /** Only the last look counts: an earlier one may have been made without the password. */
    private void say(Fact fact, int look) {
        if (look != looks || holds.isDisposed() || draft.certificate().isEmpty()) {
            return;
        }
        holds.setText(fact.value());
        switch (fact.tone()) {
            case ALARM -> Css.ALARM_TEXT.style(holds);
            case CAUTION -> Css.CAUTION_TEXT.style(holds);
            default -> Css.MUTED.style(holds);
        }
    }

    /** What was typed; the caller closes it; empty when nothing was. */
    Optional<Secret> password() {
        char[] typed = password.getTextChars();
        try {
            return typed.length == 0 ? Optional.empty() : Optional.of(Secret.of(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
