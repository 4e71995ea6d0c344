package org.postern.net.internal.sasl;

import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.net.sasl.LoginWords;

/** A user's name within a GS2 header or a SCRAM message (RFC 5801 §4, saslname). */
final class SaslName {

    private SaslName() {}

    static String escaped(String name) {
        return name.replace("=", "=3D").replace(",", "=2C");
    }

    /** A name without the character that ends a field of a token's message. */
    static String plain(String name) throws MailException {
        LoginWords.user(name);
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new MailException(new Failure.BadSettings(Messages.text("user.control")));
        }
        return name;
    }
}
