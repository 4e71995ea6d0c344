package org.postern.diagnosis.internal;

import org.postern.core.Speaks;

/** What protocols are called in a sentence. */
final class Names {

    private Names() {}

    static String of(Speaks speaks) {
        return Messages.format("speaks." + speaks.name());
    }
}
