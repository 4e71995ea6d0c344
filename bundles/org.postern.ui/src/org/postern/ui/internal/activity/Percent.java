package org.postern.ui.internal.activity;

import org.postern.sync.Activity;
import org.postern.ui.internal.Messages;

/** How far something is. */
final class Percent {

    private static final long WHOLE = 100;

    private Percent() {}

    /** Empty when nobody knows. */
    static String of(Activity activity) {
        if (!activity.progress().known()) {
            return "";
        }
        long part = (long) (WHOLE * activity.progress().fraction());
        return Messages.bind(Messages.Activity_percent, String.valueOf(part));
    }
}
