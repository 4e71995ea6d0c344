package org.postern.imap.internal.command;

import java.util.List;

/** AUTHENTICATE PLAIN (RFC 9051 §6.2.2, RFC 4616). */
public final class Authenticate {

    private static final String NAME = "AUTHENTICATE";

    private Authenticate() {}

    /**
     * @param base64 the message of RFC 4616 §2, encoded; wiped by the caller
     * @param initial whether the server takes it with the command (SASL-IR, RFC 4959)
     */
    public static Command plain(byte[] base64, boolean initial) {
        return new Command(
                NAME,
                List.of(
                        new Part.Words(NAME + (initial ? " PLAIN " : " PLAIN")),
                        initial ? new Part.Raw(base64) : new Part.Answer(base64)));
    }
}
