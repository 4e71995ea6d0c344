package org.postern.ui.internal.look;

import org.eclipse.swt.widgets.Display;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns many wishes to redraw into one: the work runs once, on the user interface's thread, a
 * moment after the first wish.
 */
public final class Coalescer {

    private static final int MILLISECONDS = 100;

    private final Display display;
    private final Runnable work;
    private final AtomicBoolean wished = new AtomicBoolean();

    /**
     * @param work checks by itself whether its widgets are still there
     */
    public Coalescer(Display display, Runnable work) {
        this.display = display;
        this.work = work;
    }

    /** Callable from any thread; never waits. */
    public void wish() {
        if (!display.isDisposed() && wished.compareAndSet(false, true)) {
            display.asyncExec(() -> display.timerExec(MILLISECONDS, this::run));
        }
    }

    private void run() {
        wished.set(false);
        work.run();
    }
}
