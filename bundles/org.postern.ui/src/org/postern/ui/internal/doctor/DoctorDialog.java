package org.postern.ui.internal.doctor;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;

/** The same for settings that are not stored yet: in front of the dialog that holds them. */
public final class DoctorDialog extends Dialog {

    private final Services services;
    private final Patient patient;

    private DoctorDialog(Shell parent, Services services, Patient patient) {
        super(parent);
        this.services = services;
        this.patient = patient;
    }

    /** Opens it, examines, and waits until it is closed; choosing a mend closes it too. */
    public static void open(Shell parent, Services services, Patient patient) {
        new DoctorDialog(parent, services, patient).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.DOCTOR_DIALOG);
        shell.setText(Messages.bind(Messages.Doctor_title, patient.account().name()));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(860, 520);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        DoctorPanel panel = new DoctorPanel(parent, services);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(panel.control());
        panel.examine(
                new Patient(
                        patient.account(),
                        patient.typed(),
                        mend -> {
                            close();
                            patient.mending().accept(mend);
                        }));
        return panel.control();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        close();
    }
}
