package org.postern.proof.tests;

import org.postern.store.internal.Steps;

import java.util.concurrent.atomic.AtomicInteger;

/** Halts this process, without a word to anybody, just before one step towards the disk. */
final class HaltingSteps implements Steps {

    static final int HALTED = 77;

    private final AtomicInteger steps = new AtomicInteger();
    private final int fatal;

    /**
     * @param fatal which step, counted from one; 0 for none
     */
    HaltingSteps(int fatal) {
        this.fatal = fatal;
    }

    @Override
    public void before(String step) {
        if (steps.incrementAndGet() == fatal) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    int count() {
        return steps.get();
    }
}
