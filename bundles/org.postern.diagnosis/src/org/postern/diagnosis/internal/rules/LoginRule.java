package org.postern.diagnosis.internal.rules;

import org.postern.core.Failure;
import org.postern.diagnosis.Facts;
import org.postern.diagnosis.Finding;
import org.postern.diagnosis.Mend;
import org.postern.diagnosis.Rule;
import org.postern.diagnosis.internal.Words;

import java.util.Locale;
import java.util.Optional;

/** The login was not accepted: what its response code says (RFC 5530, 2449, 3206). */
public final class LoginRule implements Rule {

    @Override
    public Optional<Finding> judge(Facts facts) {
        return facts.failure(Failure.LoginRejected.class).map(f -> found(facts, f));
    }

    private static Finding found(Facts facts, Failure.LoginRejected f) {
        String cause = cause(facts, f);
        Words words =
                Words.of(cause, f.said())
                        .seenAs(f.said().isEmpty() ? "login.seen.silent" : "login.seen");
        return cause.equals("login-needs-ssl") ? words.finding(facts, ssl(facts)) : words.finding();
    }

    private static Optional<Mend> ssl(Facts facts) {
        return facts.mends().tickSsl();
    }

    private static String cause(Facts facts, Failure.LoginRejected f) {
        return switch (f.code().orElse("").toUpperCase(Locale.ROOT)) {
            case "EXPIRED" -> "password-expired";
            case "AUTHORIZATIONFAILED" -> "not-authorised";
            case "UNAVAILABLE", "SYS/TEMP" -> "login-unavailable";
            case "CONTACTADMIN", "SYS/PERM" -> "contact-administrator";
            case "PRIVACYREQUIRED" -> "login-needs-ssl";
            case "LIMIT" -> "too-many-connections";
            case "INUSE", "IN-USE" -> "mailbox-locked";
            case "LOGIN-DELAY" -> "too-many-logins";
            case "OVERQUOTA" -> "quota";
            default -> Said.reason(f.said()).orElse(wrong(facts));
        };
    }

    private static String wrong(Facts facts) {
        return switch (facts.account().incoming().authentication()) {
            case TOKEN -> "wrong-token";
            case CERTIFICATE -> "certificate-login-refused";
            case PASSWORD, NONE -> "wrong-password";
        };
    }
}
