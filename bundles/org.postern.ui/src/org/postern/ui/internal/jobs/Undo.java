package org.postern.ui.internal.jobs;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last things that were done to messages and how to take them back. Thread-safe. */
public final class Undo {

    private static final int MOST = 50;
    private static final Deque<Runnable> WAYS_BACK = new ArrayDeque<>();

    private Undo() {}

    /** Remembers how to undo what was just done. */
    static void remember(Runnable wayBack) {
        synchronized (WAYS_BACK) {
            WAYS_BACK.push(wayBack);
            if (WAYS_BACK.size() > MOST) {
                WAYS_BACK.removeLast();
            }
        }
    }

    /** Undoes the last thing; does nothing when there is none. */
    public static void last() {
        Runnable wayBack;
        synchronized (WAYS_BACK) {
            wayBack = WAYS_BACK.poll();
        }
        if (wayBack != null) {
            wayBack.run();
        }
    }
}
