package org.postern.ui.internal.reading;

import org.postern.ui.internal.Messages;

import java.text.NumberFormat;

/** Sizes as people say them. */
final class Sizes {

    private static final int KILO = 1000;

    private Sizes() {}

    /**
     * @param bytes not negative
     */
    static String of(long bytes) {
        if (bytes < KILO) {
            return Messages.bind(Messages.Size_bytes, String.valueOf(bytes));
        }
        return bytes < KILO * KILO
                ? Messages.bind(Messages.Size_kilobytes, number((double) bytes / KILO))
                : Messages.bind(Messages.Size_megabytes, number((double) bytes / KILO / KILO));
    }

    private static String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return format.format(value);
    }
}
