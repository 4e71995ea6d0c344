package org.postern.imap.internal.command;

import java.util.List;
import java.util.Optional;

/** AUTHENTICATE (RFC 9051 §6.2.2). */
public final class Authenticate {

    private static final String NAME = "AUTHENTICATE";

    private Authenticate() {}

    /**
     * @param mechanism its name
     * @param initial the initial response where the server takes one (SASL-IR, RFC 4959), in
     *     base64; wiped by the caller
     */
    public static Command by(String mechanism, Optional<byte[]> initial) {
        Part words = new Part.Words(NAME + " " + mechanism + (initial.isPresent() ? " " : ""));
        return new Command(
                NAME,
                initial.map(bytes -> List.of(words, new Part.Hidden(new Part.Raw(bytes))))
                        .orElse(List.of(words)));
    }
}
