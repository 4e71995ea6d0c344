package org.postern.ui.internal.activity;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.postern.ui.Services;
import org.postern.ui.WidgetIds;
import org.postern.ui.internal.folders.FoldersWatch;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Images;

/** The status line: how the accounts are connected, and what is going on. */
public final class ConnectionStatus extends WorkbenchWindowControlContribution {

    private static final int WIDTH = 520;

    private final Services services = Services.get();
    private Composite line;
    private Label icon;
    private Label text;
    private ProgressBar busy;

    @Override
    protected Control createControl(Composite parent) {
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .extendedMargins(10, 8, 3, 3)
                .spacing(8, 0)
                .applyTo(line);
        icon = new Label(line, SWT.NONE);
        text = WidgetIds.name(new Label(line, SWT.NONE), WidgetIds.STATUS_TEXT);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(text);
        busy = new ProgressBar(line, SWT.INDETERMINATE);
        GridDataFactory.swtDefaults().hint(90, 6).applyTo(busy);
        Coalescer redraw = new Coalescer(parent.getDisplay(), this::refresh);
        FoldersWatch watch = new FoldersWatch(services, redraw::wish);
        Runnable activities = redraw::wish;
        services.activities().addListener(activities);
        line.addListener(
                SWT.Dispose,
                e -> {
                    watch.close();
                    services.activities().removeListener(activities);
                });
        refresh();
        return line;
    }

    private void refresh() {
        if (line.isDisposed()) {
            return;
        }
        StatusSentence now = StatusSentence.of(services);
        icon.setImage(Images.get(now.icon()));
        text.setText(now.text());
        text.setToolTipText(now.text());
        busy.setVisible(now.busy());
    }
}
