package org.postern.ui.internal.settings;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.postern.account.Account;
import org.postern.account.ServerSettings;
import org.postern.core.Secret;
import org.postern.diagnosis.Mend;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;

import java.util.Optional;
import java.util.function.Supplier;

/** Where the mail comes from. */
final class ServerPage extends WizardPage {

    private final Services services;
    private final IdentityPage identity;
    private final Supplier<Account> account;
    private final ServerDraft draft;
    private ServerFields fields;
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
        fields = new ServerFields(page, draft, this::changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields.control());
        trial = new TrialPanel(page, services, account, () -> fields.password(), this::mend);
        setControl(page);
        check();
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
        setPageComplete(mistake.isEmpty());
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
    Optional<Secret> password() {
        return fields.password();
    }
}
