package org.postern.cli.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.postern.cli.Console;

import java.util.List;

/** The program without a window: runs one command and ends with its code. */
public final class CliApplication implements IApplication {

    private final IProgressMonitor monitor = new NullProgressMonitor();

    @Override
    public Object start(IApplicationContext context) {
        String[] words =
                (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        // Without this the launcher would have more to say about the exit code.
        System.setProperty("eclipse.exitdata", "");
        Commands commands = new Commands(RegistryFactory.getRegistry());
        try (Farewell farewell = Farewell.of(monitor)) {
            return new CommandLine(commands, Console.ofSystem()).run(List.of(words), monitor);
        }
    }

    @Override
    public void stop() {
        monitor.setCanceled(true);
    }
}
