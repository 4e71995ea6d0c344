package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.diagnosis.Mend;
import org.postern.sync.TrialSecrets;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;

import java.util.Optional;
import java.util.function.Supplier;

/** Where the mail comes from. */
final class ServerPage extends WizardPage {

    private final Services services;
    private final IdentityPage identity;
    private final Supplier<Account> account;
    private final ServerDraft draft;
    private ServerFields fields;
    private Button acknowledged;
    private TrialPanel trial;
    private boolean visited;
    private String guessed = "";

    ServerPage(Services services, IdentityPage identity, Supplier<Account> account) {
        super("server", Messages.Server_title, null);
        setDescription(Messages.Server_text);
        this.services = services;
        this.identity = identity;
        this.account = account;
        draft = new ServerDraft(services.transports(), services.portPolicies());
        draft.families().stream().findFirst().ifPresent(draft::choose);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 14).spacing(0, 12).applyTo(page);
        fields = new ServerFields(page, services, draft, this::known, this::changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields.control());
        acknowledged = acknowledgement(page);
        trial = new TrialPanel(page, services, account, () -> fields.secrets(), this::mend);
        setControl(page);
        check();
    }

    private Button acknowledgement(Composite page) {
        Button box = WidgetIds.name(new Button(page, SWT.CHECK), WidgetIds.SETTINGS_ACKNOWLEDGED);
        box.setText(Messages.Server_acknowledged);
        Css.CAUTION_TEXT.style(box);
        box.addListener(SWT.Selection, e -> check());
        GridDataFactory.swtDefaults().exclude(true).applyTo(box);
        box.setVisible(false);
        return box;
    }

    /** What is made without protection is made on purpose; each time anew. */
    private void showAcknowledgement() {
        boolean exposed = draft.exposed();
        if (exposed != acknowledged.isVisible()) {
            acknowledged.setSelection(false);
            ((GridData) acknowledged.getLayoutData()).exclude = !exposed;
            acknowledged.setVisible(exposed);
            acknowledged.requestLayout();
        }
    }

    private boolean unacknowledged() {
        return draft.exposed() && !acknowledged.getSelection();
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            visited = true;
            guess();
        }
        super.setVisible(visible);
        if (visible) {
            fields.setFocus();
            check();
        }
    }

    /** Fills in what is likely, unless the user typed something else. */
    private void guess() {
        if (draft.user().isBlank()) {
            draft.user(identity.address());
        }
        guessHost();
        fields.show();
    }

    private void guessHost() {
        boolean ours = draft.location().isBlank() || draft.location().equals(guessed);
        if (ours && draft.onServer()) {
            guessed =
                    draft.transport().flatMap(t -> HostGuess.of(identity.address(), t)).orElse("");
            draft.location(guessed);
        }
    }

    private Optional<Account> known() {
        return draft.mistake().isEmpty() ? Optional.of(account.get()) : Optional.empty();
    }

    private void mend(Mend mend) {
        draft.take(mend.settings());
        fields.show();
        changed();
    }

    private void changed() {
        trial.forget();
        if (draft.location().equals(guessed) && !guessed.isEmpty()) {
            guess();
        }
        check();
    }

    private void check() {
        Optional<ServerDraft.Mistake> mistake = draft.mistake();
        setErrorMessage(visited ? mistake.map(Mistakes::sentence).orElse(null) : null);
        showAcknowledgement();
        setPageComplete(mistake.isEmpty() && !unacknowledged());
        trial.setEnabled(mistake.isEmpty());
        if (getContainer().getCurrentPage() != null) {
            getContainer().updateButtons();
        }
    }

    /** Whether the user has seen it. */
    boolean visited() {
        return visited;
    }

    ServerSettings settings() {
        return draft.settings();
    }

    /** What was typed; the caller closes it. */
    TrialSecrets secrets() {
        return fields.secrets();
    }
}
