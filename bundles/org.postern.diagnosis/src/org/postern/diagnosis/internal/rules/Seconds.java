package org.postern.diagnosis.internal.rules;

import java.time.Duration;

/** A time as people say it; less than a second is one. */
final class Seconds {

    private Seconds() {}

    static String of(Duration time) {
        return Long.toString(Math.max(1, time.toSeconds()));
    }
}
