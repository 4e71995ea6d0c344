package org.postern.ui.internal.activity;

import org.postern.sync.Activity;
import org.postern.sync.Progress;
import org.postern.ui.internal.Messages;
import org.postern.ui.internal.look.Sizes;

/** How many bytes of something are done, as people say it. */
public final class Amount {

    private Amount() {}

    /** Empty when nobody counts them. */
    public static String of(Activity activity) {
        Progress bytes = activity.bytes();
        if (bytes.known()) {
            long total = Math.max(bytes.done(), bytes.total());
            return Messages.bind(Messages.Activity_amount, Sizes.of(bytes.done()), Sizes.of(total));
        }
        return bytes.done() > 0 ? Sizes.of(bytes.done()) : "";
    }
}
