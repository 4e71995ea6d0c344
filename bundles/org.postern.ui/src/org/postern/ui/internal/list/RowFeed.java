package org.postern.ui.internal.list;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.swt.widgets.Display;
import org.postern.ui.internal.Problems;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Asks the store beside the user interface's thread, and answers on it. Questions for a whole list
 * may take a while: the next one cancels the one before. Questions for rows take a moment and have
 * a thread of their own, so that they never wait for a list.
 */
final class RowFeed implements AutoCloseable {

    /** A question; may be cancelled. */
    @FunctionalInterface
    interface Question<T> {
        T ask(IProgressMonitor monitor);
    }

    private final Display display;
    private final ExecutorService lists = thread("message list");
    private final ExecutorService rows = thread("message rows");
    private final ExecutorService texts = thread("message texts");
    private IProgressMonitor asked = new NullProgressMonitor();

    RowFeed(Display display) {
        this.display = display;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Asks for a list. The answer comes unless another list is asked for before.
     *
     * @param hear called on the user interface's thread
     */
    <T> void list(Question<T> question, Consumer<T> hear) {
        asked.setCanceled(true);
        IProgressMonitor monitor = new NullProgressMonitor();
        asked = monitor;
        run(lists, question, monitor, hear);
    }

    /** Asks for what takes a while and is not urgent. */
    <T> void texts(Question<T> question, Consumer<T> hear) {
        run(texts, question, new NullProgressMonitor(), hear);
    }

    /** Asks for a few rows. */
    <T> void rows(Question<T> question, Consumer<T> hear) {
        run(rows, question, new NullProgressMonitor(), hear);
    }

    private <T> void run(
            ExecutorService thread,
            Question<T> question,
            IProgressMonitor monitor,
            Consumer<T> hear) {
        try {
            thread.execute(() -> ask(question, monitor, hear));
        } catch (RejectedExecutionException e) {
            monitor.setCanceled(true); // the view is closed: nobody waits for the answer
        }
    }

    private <T> void ask(Question<T> question, IProgressMonitor monitor, Consumer<T> hear) {
        try {
            if (!monitor.isCanceled()) {
                answer(question.ask(monitor), monitor, hear);
            }
        } catch (OperationCanceledException e) {
            monitor.setCanceled(true); // another list is wanted by now
        } catch (RuntimeException e) {
            Problems.log(Thread.currentThread().getName(), e);
        }
    }

    private <T> void answer(T answer, IProgressMonitor monitor, Consumer<T> hear) {
        if (!display.isDisposed()) {
            display.asyncExec(
                    () -> {
                        if (!monitor.isCanceled() && !rows.isShutdown()) {
                            hear.accept(answer);
                        }
                    });
        }
    }

    /** Forgets what was asked. */
    @Override
    public void close() {
        asked.setCanceled(true);
        lists.shutdown();
        rows.shutdown();
        texts.shutdownNow();
    }
}
