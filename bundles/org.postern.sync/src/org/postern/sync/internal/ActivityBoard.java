package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.sync.Activities;
import org.postern.sync.Activity;

import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The list of what is under way. */
public final class ActivityBoard implements Activities {

    private final AtomicLong numbers = new AtomicLong();
    private final NavigableMap<Long, Activity> under = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Begins some work; whoever begins it closes it. */
    public Work begin(AccountId account, IProgressMonitor caller) {
        return new Work(this, numbers.incrementAndGet(), account, caller);
    }

    void put(Activity activity) {
        under.put(activity.number(), activity);
        listeners.forEach(Runnable::run);
    }

    void remove(long number) {
        if (under.remove(number) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public List<Activity> now() {
        return List.copyOf(under.values());
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
