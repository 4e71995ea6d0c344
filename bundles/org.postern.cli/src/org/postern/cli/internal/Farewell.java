package org.postern.cli.internal;

import org.eclipse.core.runtime.IProgressMonitor;

import java.lang.System.Logger;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is told to: Ctrl+C cancels the command's monitor,
 * and the process waits until the command has closed what it has open, but not for ever.
 */
public final class Farewell implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Farewell.class.getName());
    private static final long PATIENCE_SECONDS = 10;

    private final IProgressMonitor monitor;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "Postern farewell");

    private Farewell(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    /** Watches until it is closed, which says that the command has ended. */
    public static Farewell of(IProgressMonitor monitor) {
        Farewell farewell = new Farewell(monitor);
        Runtime.getRuntime().addShutdownHook(farewell.hook);
        return farewell;
    }

    private void end() {
        monitor.setCanceled(true);
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Logger.Level.WARNING, "the command does not end; nothing waits for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.log(Logger.Level.DEBUG, "the process is ending already", e);
        }
    }
}
