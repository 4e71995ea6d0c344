package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.MailException;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Work that is done once when several ask for it at the same time. */
final class Joined {

    private final Runnable afterwards;
    private Optional<CompletableFuture<Void>> underWay = Optional.empty();

    /** The work. */
    @FunctionalInterface
    interface Task {
        void run() throws MailException;
    }

    /**
     * @param afterwards done after each piece of work, when the next one can begin already
     */
    Joined(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** Does the task, or waits for somebody who does it already and fails as that does. */
    void run(IProgressMonitor monitor, Task task) throws MailException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Void>> other = join(mine);
        if (other.isPresent()) {
            Turn.await(other.get(), monitor);
        } else {
            lead(mine, task);
        }
    }

    private synchronized Optional<CompletableFuture<Void>> join(CompletableFuture<Void> mine) {
        Optional<CompletableFuture<Void>> other = underWay;
        underWay = Optional.of(other.orElse(mine));
        return other;
    }

    private void lead(CompletableFuture<Void> mine, Task task) throws MailException {
        try {
            task.run();
            end(mine);
            mine.complete(null);
        } catch (MailException | RuntimeException e) {
            end(mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** What is under way was told to end: whoever comes now begins anew. */
    synchronized void leave() {
        underWay = Optional.empty();
    }

    private void end(CompletableFuture<Void> mine) {
        synchronized (this) {
            underWay = underWay.filter(other -> other != mine);
        }
        afterwards.run();
    }
}
