package org.postern.bench;

import java.util.Locale;

/**
 * A line of the result.
 *
 * @param what was done
 * @param against whom it is compared with
 * @param ours seconds, or as the unit says
 * @param theirs the same
 * @param bar the ratio that must not be passed
 * @param unit of both
 */
record Row(String what, String against, double ours, double theirs, double bar, String unit) {

    static final String HEAD =
            "| row | against | ours | theirs | ratio | bar | |\n|---|---|---|---|---|---|---|";

    /** In seconds. */
    Row(String what, String against, double ours, double theirs, double bar) {
        this(what, against, ours, theirs, bar, "s");
    }

    /** A line about bytes. */
    static Row ofBytes(String what, String against, double ours, double theirs, double bar) {
        return new Row(what, against, ours / 1e6, theirs / 1e6, bar, "MB");
    }

    double ratio() {
        return ours / theirs;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f %s | %.3f %s | %.2f | %.2f | %s |",
                what,
                against,
                ours,
                unit,
                theirs,
                unit,
                ratio(),
                bar,
                ratio() <= bar ? "met" : "missed");
    }
}
