package org.postern.cli.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.postern.cli.Console;

/** Shows on a terminal how far some work is, in hundredths. */
public final class Progress extends ProgressMonitorWrapper {

    private static final long SHOWN_EVERY_NANOS = 200_000_000;

    private final Console console;
    private final String what;
    private int total;
    private long done;
    private long shown;

    /**
     * @param what is done, for a person
     * @param caller cancels it
     */
    public Progress(Console console, String what, IProgressMonitor caller) {
        super(caller);
        this.console = console;
        this.what = what;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = totalWork;
        done = 0;
        show();
    }

    @Override
    public void worked(int work) {
        done += work;
        if (System.nanoTime() - shown > SHOWN_EVERY_NANOS) {
            show();
        }
    }

    private void show() {
        shown = System.nanoTime();
        long percent = total == 0 ? 0 : Math.min(100, 100 * done / total);
        console.progress(Messages.format("Progress.percent", what, percent));
    }

    @Override
    public void done() {
        console.progress("");
    }
}
