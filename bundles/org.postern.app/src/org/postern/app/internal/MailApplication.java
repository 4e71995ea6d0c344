package org.postern.app.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.ui.PlatformUI;
import org.postern.core.MailException;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;

/** The program: reads its options, takes its data folder and runs the workbench. */
public final class MailApplication implements IApplication {
    private static final Integer EXIT_BAD_OPTION = 2;
    private static final Integer EXIT_FOLDER_UNUSABLE = 3;
    private static final Integer EXIT_FOLDER_TAKEN = 15;

    @Override
    public Object start(IApplicationContext context) throws IOException {
        StartOptions options;
        try {
            options = StartOptions.parse(Platform.getApplicationArgs());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return leave(context, EXIT_BAD_OPTION);
        }
        if (options.version()) {
            System.out.println(Messages.format("Application.version", version()));
            return EXIT_OK;
        }
        return takeFolder(context, options);
    }

    private static Object takeFolder(IApplicationContext context, StartOptions options)
            throws IOException {
        Location data = Platform.getInstanceLocation();
        if (!data.lock()) {
            System.err.println(Messages.format("Application.locked", folder(data)));
            return leave(context, EXIT_FOLDER_TAKEN);
        }
        try {
            int code = MailProgram.run(folder(data), options);
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (MailException e) {
            System.err.println(Messages.format("Application.folder", folder(data), e.failure()));
            return leave(context, EXIT_FOLDER_UNUSABLE);
        } finally {
            data.release();
        }
    }

    /** Without this the launcher would show a dialog about the exit code. */
    private static Object leave(IApplicationContext context, Integer code) {
        context.applicationRunning();
        System.setProperty("eclipse.exitdata", "");
        return code;
    }

    private static Path folder(Location data) {
        URL url = data.getURL();
        return new File(url.getPath()).toPath();
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
