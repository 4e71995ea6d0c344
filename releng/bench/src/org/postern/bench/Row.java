package org.postern.bench;

import java.util.Locale;

/**
 * A line of the result.
 *
 * @param what was done
 * @param against whom it is compared with
 * @param ours seconds
 * @param theirs seconds
 * @param bar the ratio that must not be passed
 */
record Row(String what, String against, double ours, double theirs, double bar) {

    static final String HEAD =
            "| row | against | ours | theirs | ratio | bar | |\n|---|---|---|---|---|---|---|";

    double ratio() {
        return ours / theirs;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f s | %.3f s | %.2f | %.2f | %s |",
                what,
                against,
                ours,
                theirs,
                ratio(),
                bar,
                ratio() <= bar ? "met" : "missed");
    }
}
