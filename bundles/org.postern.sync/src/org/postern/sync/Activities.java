package org.postern.sync;

import java.util.List;

/** What the engine is doing. Thread-safe. */
public interface Activities {

    /** What is under way now, the oldest first. */
    List<Activity> now();

    /**
     * @param listener called on engine threads when {@link #now} answers something else, some ten
     *     times a second for each piece of work at most; must not block
     */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
