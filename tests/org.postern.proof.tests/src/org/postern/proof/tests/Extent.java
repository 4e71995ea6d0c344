package org.postern.proof.tests;

import java.lang.System.Logger;

/**
 * How much these tests try. Usually a spread sample, so that the suite stays short; everything with
 * {@code -Dpostern.proof=all}, as {@code releng/proof} does.
 */
final class Extent {

    private static final Logger LOG = System.getLogger(Extent.class.getName());

    private Extent() {}

    static boolean all() {
        return "all".equals(System.getProperty("postern.proof"));
    }

    /**
     * @param sample of how many one is tried usually
     */
    static int everyNth(int sample) {
        return all() ? 1 : sample;
    }

    /** What is random comes from this: {@code -Dpostern.seed}, else another each time. */
    static long seed() {
        return Long.getLong("postern.seed", System.nanoTime());
    }

    /** Says how much was tried. */
    static void tell(String figure) {
        LOG.log(Logger.Level.INFO, figure);
    }
}
