package org.postern.app.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Title, size and parts of the window. */
final class MailWindowAdvisor extends WorkbenchWindowAdvisor {
    private static final WindowSize USUAL = new WindowSize(1280, 800);

    private final StartOptions options;
    private final Session session;

    MailWindowAdvisor(
            IWorkbenchWindowConfigurer configurer, StartOptions options, Session session) {
        super(configurer);
        this.options = options;
        this.session = session;
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        WindowSize size = options.size().orElse(USUAL);
        configurer.setInitialSize(new Point(size.width(), size.height()));
        configurer.setTitle(Messages.get("Window.title"));
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowProgressIndicator(false);
    }

    /** A size that was asked for counts more than the one that is remembered. */
    @Override
    public void postWindowCreate() {
        options.size()
                .ifPresent(
                        size -> {
                            Shell shell = getWindowConfigurer().getWindow().getShell();
                            shell.setMaximized(false);
                            Rectangle screen = shell.getMonitor().getClientArea();
                            shell.setBounds(screen.x, screen.y, size.width(), size.height());
                        });
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        session.windowOpened(
                configurer.getWindow(), configurer.getActionBarConfigurer().getStatusLineManager());
    }
}
