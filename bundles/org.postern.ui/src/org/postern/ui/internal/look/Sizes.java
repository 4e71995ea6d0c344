package org.postern.ui.internal.look;

import org.postern.ui.internal.Counted;
import org.postern.ui.internal.Messages;

import java.text.NumberFormat;

/** Sizes as people say them. */
public final class Sizes {

    private static final int KILO = 1000;

    private Sizes() {}

    /**
     * @param bytes not negative
     */
    public static String of(long bytes) {
        if (bytes < KILO) {
            return Counted.of(bytes, Messages.Size_byte, Messages.Size_bytes);
        }
        double kilo = (double) bytes / KILO;
        if (kilo < KILO) {
            return Messages.bind(Messages.Size_kilobytes, number(kilo));
        }
        double mega = kilo / KILO;
        return mega < KILO
                ? Messages.bind(Messages.Size_megabytes, number(mega))
                : Messages.bind(Messages.Size_gigabytes, number(mega / KILO));
    }

    private static String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(value < 10 ? 1 : 0);
        return format.format(value);
    }
}
