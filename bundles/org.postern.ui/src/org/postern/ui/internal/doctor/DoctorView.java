package org.postern.ui.internal.doctor;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.postern.account.Account;
import org.postern.ui.MailIds;
import org.postern.ui.Services;
import org.postern.ui.internal.Problems;
import org.postern.ui.internal.Windows;
import org.postern.ui.internal.activity.ConnectionStatus;

/** The Connection Doctor: where a connection breaks, why, and how to mend it. */
public final class DoctorView extends ViewPart {

    private final Services services = Services.get();
    private DoctorPanel panel;

    /** Opens the view and examines an account in it. */
    public static void examine(IWorkbenchPage page, Account account) {
        try {
            if (page.showView(MailIds.DOCTOR_VIEW) instanceof DoctorView view) {
                view.panel.examine(Patient.stored(view.services, account));
            }
        } catch (PartInitException e) {
            Problems.log(MailIds.DOCTOR_VIEW, e);
        }
    }

    /** The same in the window that is in use. */
    public static void examine(Account account) {
        Windows.active()
                .map(IWorkbenchWindow::getActivePage)
                .ifPresent(page -> examine(page, account));
    }

    /** Draws the rungs anew: their colours are in them. */
    public void reload() {
        panel.reload();
    }

    @Override
    public void createPartControl(Composite parent) {
        panel = new DoctorPanel(parent, services);
        ConnectionStatus.show(services, getViewSite(), panel.control());
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }
}
