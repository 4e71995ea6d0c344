package org.postern.ui.internal.posture;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.doctor.DoctorView;

/** What protects an account's connection, in a window of its own that blocks nothing. */
public final class PostureDialog extends Dialog {

    private static final int EXAMINE = IDialogConstants.CLIENT_ID + 1;

    private final Services services;
    private final Account account;

    private PostureDialog(Shell parent, Services services, Account account) {
        super(parent);
        this.services = services;
        this.account = account;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Opens it; returns at once. */
    public static void open(Shell parent, Services services, Account account) {
        new PostureDialog(parent, services, account).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.POSTURE_DIALOG);
        shell.setText(Messages.bind(Messages.Posture_title, account.name()));
    }

    @Override
    protected Point getInitialSize() {
        return new Point(700, 600);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 14).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        PosturePanel panel = new PosturePanel(area, services, account);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(panel.control());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, EXAMINE, Messages.Alert_examine, false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        close();
        if (id == EXAMINE) {
            DoctorView.examine(account);
        }
    }
}
