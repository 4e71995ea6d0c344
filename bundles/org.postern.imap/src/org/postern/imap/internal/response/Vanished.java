package org.postern.imap.internal.response;

import org.postern.imap.internal.wire.UidSet;

import java.util.Objects;

/**
 * These messages are gone (RFC 7162 §3.2.10).
 *
 * @param earlier whether they had been gone before the mailbox was opened
 * @param uids may name messages that never were there
 */
public record Vanished(boolean earlier, UidSet uids) implements Response {
    public Vanished {
        Objects.requireNonNull(uids, "uids");
    }
}
