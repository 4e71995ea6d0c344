package org.postern.ui.internal.settings;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.account.Identity;
import org.postern.core.AccountId;
import org.postern.ui.Services;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.jobs.ForgetPins;
import org.postern.ui.internal.jobs.SaveAccount;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.preferences.MailPreferences;

import java.util.List;

/** Sets up an account: who, and where the mail comes from. */
public final class NewAccountWizard extends Wizard {

    private final Services services;
    private final AccountId id = AccountId.random();
    private final IdentityPage identity;
    private final ServerPage server;

    private NewAccountWizard(Services services) {
        this.services = services;
        identity = new IdentityPage();
        server = new ServerPage(services, identity, this::account);
        setWindowTitle(Messages.Wizard_title);
        setDefaultPageImageDescriptor(Images.descriptor("postern"));
    }

    /** Opens it and waits until it is closed. */
    public static void open(Shell parent, Services services) {
        WizardDialog dialog = new WizardDialog(parent, new NewAccountWizard(services));
        dialog.setPageSize(560, 560);
        dialog.setHelpAvailable(false);
        dialog.open();
    }

    @Override
    public void addPages() {
        addPage(identity);
        addPage(server);
    }

    @Override
    public boolean canFinish() {
        return identity.isPageComplete() && server.isPageComplete() && server.visited();
    }

    private Account account() {
        return new Account(
                id,
                identity.accountName(),
                List.of(Identity.of(identity.person(), identity.address())),
                server.settings(),
                MailPreferences.syncOptions());
    }

    /** Certificates that were trusted for a trial belong to nobody now. */
    @Override
    public boolean performCancel() {
        ForgetPins.schedule(services, id);
        return true;
    }

    @Override
    public boolean performFinish() {
        SaveAccount.schedule(services, account(), server.secrets());
        return true;
    }
}
