package org.postern.bench;

import java.util.Arrays;

/** Seconds of several runs. */
record Timing(double[] seconds) {

    /** Something that is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static double once(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static double of(double[] seconds) {
        return new Timing(seconds).median();
    }

    double median() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
