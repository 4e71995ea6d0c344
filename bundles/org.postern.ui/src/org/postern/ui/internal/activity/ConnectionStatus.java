package org.postern.ui.internal.activity;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewSite;
import org.postern.ui.Services;
import org.postern.ui.internal.folders.FoldersWatch;
import org.postern.ui.internal.look.Coalescer;
import org.postern.ui.internal.look.Images;

/**
 * The status line: how the accounts are connected, or what is going on. The workbench shows the
 * line of the view that has the focus, so each of our views says the same in its own.
 */
public final class ConnectionStatus {

    private final Services services;
    private final IStatusLineManager line;
    private final Control view;

    private ConnectionStatus(Services services, IStatusLineManager line, Control view) {
        this.services = services;
        this.line = line;
        this.view = view;
    }

    /**
     * Shows it in a view's status line as long as the view is there.
     *
     * @param view what goes when the view does
     */
    public static void show(Services services, IViewSite site, Control view) {
        new ConnectionStatus(services, site.getActionBars().getStatusLineManager(), view).start();
    }

    private void start() {
        Coalescer redraw = new Coalescer(view.getDisplay(), this::refresh);
        Runnable wish = redraw::wish;
        FoldersWatch watch = new FoldersWatch(services, wish);
        services.activities().addListener(wish);
        view.addListener(
                SWT.Dispose,
                e -> {
                    watch.close();
                    services.activities().removeListener(wish);
                });
        refresh();
    }

    private void refresh() {
        if (!view.isDisposed()) {
            StatusSentence now = StatusSentence.of(services);
            line.setMessage(Images.get(now.icon()), now.text());
        }
    }
}
