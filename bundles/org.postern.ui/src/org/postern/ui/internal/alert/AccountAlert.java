package org.postern.ui.internal.alert;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.diagnosis.Diagnosis;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Css;
import org.postern.ui.internal.look.Fonts;
import org.postern.ui.internal.look.Images;
import org.postern.ui.internal.look.Look;

import java.util.Arrays;
import java.util.List;

/**
 * Says why an account gets no mail: what was tried, what came back, what it most likely means; and
 * offers the ways out. Does not block the window.
 */
final class AccountAlert extends Dialog {

    private static final int WIDTH = 460;

    private final Services services;
    private final Account account;
    private final Failure failure;
    private final Diagnosis diagnosis;
    private WaysOut waysOut;
    private Runnable closed = () -> {};

    AccountAlert(
            Shell parent,
            Services services,
            Account account,
            Failure failure,
            Diagnosis diagnosis) {
        super(parent);
        this.services = services;
        this.account = account;
        this.failure = failure;
        this.diagnosis = diagnosis;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    void whenClosed(Runnable work) {
        closed = work;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        WidgetIds.name(shell, WidgetIds.ALERT);
        shell.setText(Messages.bind(Messages.Alert_title, account.name()));
    }

    @Override
    protected Point getInitialLocation(Point size) {
        List<Point> others =
                Arrays.stream(getParentShell().getShells())
                        .filter(shell -> shell != getShell() && shell.isVisible())
                        .filter(shell -> WidgetIds.ALERT.equals(shell.getData(WidgetIds.KEY)))
                        .map(Shell::getLocation)
                        .toList();
        Rectangle room = getParentShell().getMonitor().getClientArea();
        return Cascade.place(super.getInitialLocation(size), size, room, others);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(20, 18).spacing(14, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        headline(area);
        fact(area, Messages.Alert_tried, diagnosis.tried(), WidgetIds.ALERT_TRIED);
        fact(area, Messages.Alert_seen, diagnosis.seen(), WidgetIds.ALERT_SEEN);
        fact(area, Messages.Alert_meaning, diagnosis.meaning(), WidgetIds.ALERT_MEANING);
        advice(area);
        waysOut = new WaysOut(area, this, services, account, failure, diagnosis);
        return area;
    }

    private void headline(Composite area) {
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(Images.get("problem"));
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(icon);
        Label headline = new Label(area, SWT.WRAP);
        headline.setText(Messages.bind(Messages.Alert_headline, account.name()));
        headline.setFont(Fonts.of(3, SWT.BOLD));
        wide().applyTo(headline);
    }

    private static GridDataFactory wide() {
        return GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT);
    }

    private static void fact(Composite area, String what, String text, String id) {
        Label label = new Label(area, SWT.NONE);
        label.setText(what);
        Css.MUTED.style(label);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.TOP).indent(0, 2).applyTo(label);
        StyledText value = WidgetIds.name(new StyledText(area, SWT.READ_ONLY | SWT.WRAP), id);
        value.setBackground(area.getBackground());
        value.setCaret(null);
        value.setText(text);
        wide().indent(0, 2).applyTo(value);
    }

    private void advice(Composite area) {
        new Label(area, SWT.NONE);
        Label advice = new Label(area, SWT.WRAP);
        advice.setText(diagnosis.advice());
        advice.setFont(Look.bold());
        wide().indent(0, 4).applyTo(advice);
    }

    /** The ways out are the buttons; there is no bar below them. */
    @Override
    protected Control createButtonBar(Composite parent) {
        Composite none = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().hint(0, 0).exclude(true).applyTo(none);
        return none;
    }

    @Override
    public int open() {
        int code = super.open();
        waysOut.setFocus();
        return code;
    }

    @Override
    public boolean close() {
        boolean done = super.close();
        closed.run();
        return done;
    }
}
