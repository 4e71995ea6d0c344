package org.postern.app.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Title and size of the window. */
final class MailWindowAdvisor extends WorkbenchWindowAdvisor {
    private static final WindowSize USUAL = new WindowSize(1280, 800);

    private final StartOptions options;

    MailWindowAdvisor(IWorkbenchWindowConfigurer configurer, StartOptions options) {
        super(configurer);
        this.options = options;
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        WindowSize size = options.size().orElse(USUAL);
        configurer.setInitialSize(new Point(size.width(), size.height()));
        configurer.setTitle(Messages.get("Window.title"));
        configurer.setShowProgressIndicator(true);
    }

    @Override
    public void postWindowOpen() {
        options.readyFile().ifPresent(MailWindowAdvisor::create);
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
