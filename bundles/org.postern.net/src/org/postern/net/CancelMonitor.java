package org.postern.net;

import org.eclipse.core.runtime.NullProgressMonitor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A monitor that tells when it is cancelled. Any other one has to be asked again and again while a
 * connection waits; whoever waits for hours, such as for new mail, hands over this one, and nothing
 * runs meanwhile. Safe for use from any thread.
 */
public final class CancelMonitor extends NullProgressMonitor {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param listener is run each time the monitor is cancelled, in the thread that does so; it
     *     must return at once
     */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** It is not run any more; nothing happens when it is unknown. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void setCanceled(boolean cancelled) {
        super.setCanceled(cancelled);
        if (cancelled) {
            listeners.forEach(Runnable::run);
        }
    }
}
