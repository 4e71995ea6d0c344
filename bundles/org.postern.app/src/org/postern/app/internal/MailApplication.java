package org.postern.app.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import java.io.IOException;
import java.net.URL;

/** The program: reads its options, takes its data folder and runs the workbench. */
public final class MailApplication implements IApplication {
    private static final Integer EXIT_BAD_OPTION = 2;
    private static final Integer EXIT_FOLDER_TAKEN = 15;

    @Override
    public Object start(IApplicationContext context) throws IOException {
        StartOptions options;
        try {
            options = StartOptions.parse(Platform.getApplicationArgs());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return EXIT_BAD_OPTION;
        }
        if (options.version()) {
            System.out.println(Messages.format("Application.version", version()));
            return EXIT_OK;
        }
        return openWindow(options);
    }

    private static Object openWindow(StartOptions options) throws IOException {
        Location data = Platform.getInstanceLocation();
        if (!data.lock()) {
            System.err.println(Messages.format("Application.locked", folder(data)));
            return EXIT_FOLDER_TAKEN;
        }
        Display display = PlatformUI.createDisplay();
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new MailWorkbenchAdvisor(options));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
            data.release();
        }
    }

    private static String folder(Location data) {
        URL url = data.getURL();
        return url == null ? "" : url.getPath();
    }

    private static String version() {
        var version = Platform.getBundle("org.postern.app").getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
