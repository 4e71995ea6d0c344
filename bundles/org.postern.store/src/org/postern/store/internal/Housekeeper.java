package org.postern.store.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

import java.io.IOException;
import java.lang.System.Logger;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work that nobody waits for, on one thread of the lowest priority. */
final class Housekeeper implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Housekeeper.class.getName());

    /** Work that can be told to stop. */
    @FunctionalInterface
    interface Chore {
        void run(IProgressMonitor monitor) throws SQLException, IOException;
    }

    private final StoreRoot root;
    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final AtomicBoolean reclaiming = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Housekeeper::thread);

    Housekeeper(StoreRoot root) {
        this.root = root;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "Postern store");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Reclaims room in a while, together with what becomes free until then. */
    void roomBecameFree() {
        long rest = root.setup().rest().toMillis();
        if (rest > 0 && reclaiming.compareAndSet(false, true)) {
            later(this::reclaim, rest);
        }
    }

    private void reclaim(IProgressMonitor stop) throws SQLException, IOException {
        reclaiming.set(false);
        new Compaction(root).run(stop);
    }

    void later(Chore chore, long milliseconds) {
        try {
            thread.schedule(() -> run(chore), milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Logger.Level.DEBUG, "the store is being closed", e);
        }
    }

    private void run(Chore chore) {
        try {
            chore.run(monitor);
        } catch (OperationCanceledException e) {
            LOG.log(Logger.Level.DEBUG, "stopped, to be gone on with after the next start", e);
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "keeping the store in order", e);
        }
    }

    /** Stops what is going on and waits until it has stopped. */
    @Override
    public void close() {
        monitor.setCanceled(true);
        thread.shutdownNow();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
