package org.postern.imap.internal.response;

import org.postern.imap.internal.wire.UidSet;

import java.util.Objects;

/** What a UID SEARCH found: SEARCH or ESEARCH (RFC 9051 §7.3.4, RFC 3501 §7.2.5). */
public record Found(UidSet uids) implements Response {
    public Found {
        Objects.requireNonNull(uids, "uids");
    }
}
