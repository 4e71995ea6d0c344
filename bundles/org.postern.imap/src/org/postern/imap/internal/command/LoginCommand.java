package org.postern.imap.internal.command;

import java.util.List;

/** LOGIN (RFC 9051 §6.2.3). */
public final class LoginCommand {

    private LoginCommand() {}

    /**
     * @param user in UTF-8
     * @param password in UTF-8; wiped by the caller
     */
    public static Command as(byte[] user, byte[] password) {
        return new Command(
                "LOGIN",
                List.of(
                        new Part.Words("LOGIN "),
                        Astring.of(user),
                        new Part.Words(" "),
                        new Part.Hidden(Astring.of(password))));
    }
}
