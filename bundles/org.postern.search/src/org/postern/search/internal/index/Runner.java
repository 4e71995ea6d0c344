package org.postern.search.internal.index;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.search.MailSearch.Progress;
import org.postern.search.internal.Messages;
import org.postern.store.ChangeFeed.Point;
import org.postern.store.MailStore;
import org.postern.store.StoreListener;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The thread on which an index follows the store. When that fails it begins again after a while.
 */
public final class Runner implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Runner.class.getName());
    private static final long AFTER_FAILURE = 10_000;

    private final MailStore store;
    private final Path folder;
    private final Pace pace;
    private final Filler filler;
    private final ExecutorService helpers;
    private final Thread thread = new Thread(this::run, "postern-search");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition stepped = lock.newCondition();
    private final StoreListener listener = change -> signal();
    private boolean signalled;
    private boolean anew;
    private boolean hurried;
    private boolean closed;
    private volatile Index index;
    private volatile Follower follower;

    /** Opens the index and begins to follow. */
    public Runner(MailStore store, Path folder, Pace pace) throws MailException, IOException {
        this.store = store;
        this.folder = folder;
        this.pace = pace;
        this.helpers = Executors.newCachedThreadPool(Runner::helper);
        this.filler = new Filler(store, new Content(store, folder), helpers, pace.threads());
        open();
        store.addListener(listener);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static Thread helper(Runnable work) {
        Thread helper = new Thread(work, "postern-search-helper");
        helper.setDaemon(true);
        helper.setPriority(Thread.MIN_PRIORITY);
        return helper;
    }

    private void open() throws MailException, IOException {
        Index opened = Index.open(folder, pace);
        try {
            follower = new Follower(store, filler, pace, opened);
            index = opened;
        } catch (MailException | IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    Index index() {
        return index;
    }

    public Progress progress() {
        return follower.progress();
    }

    private void signal() {
        lock.lock();
        try {
            signalled = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Has the index made anew. */
    public void rebuild() {
        lock.lock();
        try {
            anew = true;
            signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                pause(step());
            } catch (IOException | MailException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private long step() throws MailException, IOException {
        Follower following = follower;
        if (isWished(true)) {
            following.rebuild();
            granted(true);
        }
        boolean hurry = isWished(false);
        granted(false);
        long pause = following.step();
        if (hurry && pause > 0) {
            following.completeNow();
        }
        return pause;
    }

    /** Whether somebody wants it made anew, or wants it to hurry. */
    private boolean isWished(boolean madeAnew) {
        lock.lock();
        try {
            return madeAnew ? anew : hurried;
        } finally {
            lock.unlock();
        }
    }

    private void granted(boolean madeAnew) {
        lock.lock();
        try {
            anew &= !madeAnew;
            hurried &= madeAnew;
        } finally {
            lock.unlock();
        }
    }

    private void pause(long milliseconds) {
        lock.lock();
        try {
            stepped.signalAll();
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (!signalled && !closed && left > 0) {
                left = wake.awaitNanos(left);
            }
            signalled = false;
        } catch (InterruptedException e) {
            LOG.log(Logger.Level.DEBUG, "somebody interrupts", e);
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void failed(Exception e) {
        if (isClosed()) {
            return;
        }
        LOG.log(Logger.Level.WARNING, Messages.format("index.failed"), e);
        pause(AFTER_FAILURE);
        if (!isClosed()) {
            try {
                index.close();
                open();
            } catch (IOException | MailException | RuntimeException again) {
                LOG.log(Logger.Level.WARNING, Messages.format("index.failed"), again);
            }
        }
    }

    /** Waits a moment for all that was in the store at a point; true when it can be found. */
    public boolean await(Point point, long milliseconds) throws MailException {
        lock.lock();
        try {
            if (closed) {
                throw new MailException(
                        new Failure.LocalStorage(Messages.format("index.closed"), ""));
            }
            if (!anew && follower.isSwept() && follower.searchable().number() >= point.number()) {
                return true;
            }
            hurried = true;
            signal();
            stepped.await(milliseconds, TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException(
                    new Failure.LocalStorage(Messages.format("index.closed"), ""), e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        store.removeListener(listener);
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            wake.signal();
            stepped.signalAll();
        } finally {
            lock.unlock();
        }
        join();
        helpers.shutdown();
        end();
    }

    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            follower.commit();
        } catch (IOException | MailException | RuntimeException e) {
            LOG.log(Logger.Level.WARNING, Messages.format("index.failed"), e);
        }
        try {
            index.close();
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, Messages.format("index.failed"), e);
        }
    }
}
