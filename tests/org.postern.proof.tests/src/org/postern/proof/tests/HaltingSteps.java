package org.postern.proof.tests;

import org.postern.store.internal.Steps;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a life, without a word to anybody, just before one step towards the disk: from then on
 * nothing of it gets any further, until its process is halted.
 */
final class HaltingSteps implements Steps {

    private final AtomicInteger steps = new AtomicInteger();
    private final int fatal;
    private final Runnable atTheEnd;

    /**
     * @param fatal which step, counted from one; 0 for none
     * @param atTheEnd is run once, when it has come to that step
     */
    HaltingSteps(int fatal, Runnable atTheEnd) {
        this.fatal = fatal;
        this.atTheEnd = atTheEnd;
    }

    @Override
    public void before(String step) {
        int now = steps.incrementAndGet();
        if (fatal == 0 || now < fatal) {
            return;
        }
        if (now == fatal) {
            atTheEnd.run();
        }
        while (true) {
            LockSupport.park();
            Thread.interrupted(); // an interrupt must not make this a busy loop
        }
    }

    int count() {
        return steps.get();
    }
}
