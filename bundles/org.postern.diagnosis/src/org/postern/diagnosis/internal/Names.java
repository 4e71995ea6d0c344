package org.postern.diagnosis.internal;

import org.postern.core.Speaks;

/** What protocols are called in a sentence. */
public final class Names {

    private Names() {}

    public static String of(Speaks speaks) {
        return Messages.format("speaks." + speaks.name());
    }
}
