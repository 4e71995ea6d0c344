package org.postern.sync.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postern.core.AccountId;
import org.postern.sync.Activities;
import org.postern.sync.Activity;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The list of what is under way. */
public final class ActivityBoard implements Activities {

    private final AtomicLong numbers = new AtomicLong();
    private final NavigableMap<Long, Work> under = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Begins some work; whoever begins it closes it.
     *
     * @param account whose; empty when it is for all
     */
    public Work begin(Optional<AccountId> account, IProgressMonitor caller) {
        return new Work(this, numbers.incrementAndGet(), account, caller);
    }

    void show(Work work) {
        if (!work.ended()) {
            under.put(work.number(), work);
            listeners.forEach(Runnable::run);
        }
    }

    void remove(Work work) {
        if (under.remove(work.number()) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public List<Activity> now() {
        return under.values().stream().map(Work::now).flatMap(Optional::stream).toList();
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
