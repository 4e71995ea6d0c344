package org.postern.diagnosis.internal;

import org.postern.core.Failure;
import org.postern.core.Security;

/** Rules about logging in and what comes after. */
public final class MailRules {

    private MailRules() {}

    public static Finding loginRejected(Failure.LoginRejected f) {
        String cause =
                switch (f.code().orElse("")) {
                    case "EXPIRED" -> "password-expired";
                    case "AUTHORIZATIONFAILED" -> "not-authorised";
                    case "UNAVAILABLE" -> "login-unavailable";
                    case "CONTACTADMIN" -> "contact-administrator";
                    default -> "wrong-password";
                };
        return said(cause, f.said());
    }

    /** Servers switch the login off in clear connections; SSL is then what they want. */
    public static Finding loginDisabled(Failure.LoginDisabled f, Mends mends) {
        String cause = mends.security() == Security.NONE ? "login-needs-ssl" : "login-disabled";
        return said(cause, f.said())
                .with(
                        mends.tickSsl(),
                        mends.startTls().filter(m -> mends.security() == Security.NONE));
    }

    public static Finding mechanismMissing(Failure.MechanismMissing f) {
        return Finding.of("mechanism-missing", String.join(" ", f.offered()));
    }

    public static Finding serverNotProven(Failure.ServerNotProven f) {
        return Finding.of("server-not-proven", f.detail());
    }

    public static Finding commandRefused(Failure.CommandRefused f) {
        return Finding.of("command-refused", f.command(), f.said());
    }

    public static Finding noSuchMailbox(Failure.NoSuchMailbox f) {
        return Finding.of("no-such-mailbox", f.mailbox());
    }

    private static Finding said(String cause, String said) {
        return Finding.of(cause, said).seenAs(said.isEmpty() ? "login.seen.silent" : "login.seen");
    }
}
