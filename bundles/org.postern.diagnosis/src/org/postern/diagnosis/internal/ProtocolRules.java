package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Speaks;

/** Rules about servers that say the wrong things. */
public final class ProtocolRules {

    private ProtocolRules() {}

    public static Finding other(Failure.OtherProtocol f, Mends mends) {
        boolean stranger = f.speaks() == Speaks.SOMETHING_ELSE || f.speaks() == Speaks.NOTHING;
        String cause = stranger ? "unknown-protocol" : "other-protocol";
        return Finding.of(cause, Names.of(f.speaks()), f.expected(), f.said())
                .with(mends.useDefaultPort());
    }

    public static Finding error(Failure.ProtocolError f) {
        return Finding.of("protocol-error", f.what(), f.line());
    }

    public static Finding limit(Failure.LimitExceeded f) {
        return Finding.of("limit-exceeded", f.limit());
    }
}
