package org.postern.ui.internal.activity;

import org.postern.sync.Activity;
import org.postern.ui.internal.Messages;

/** How far something is. */
final class Percent {

    private static final long WHOLE = 100;

    private Percent() {}

    /** Empty when nobody knows. */
    static String of(Activity activity) {
        if (activity.total() == 0) {
            return "";
        }
        long part = Math.min(WHOLE, WHOLE * activity.done() / activity.total());
        return Messages.bind(Messages.Activity_percent, String.valueOf(part));
    }
}
