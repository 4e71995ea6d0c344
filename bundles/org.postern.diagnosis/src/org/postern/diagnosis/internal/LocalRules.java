package org.postern.diagnosis.internal;

import org.postern.core.Failure;

/** Rules about what is wrong on this machine. */
public final class LocalRules {

    private LocalRules() {}

    public static Finding policy(Failure.PolicyDenied f) {
        return Finding.of("policy-denied", f.policy(), f.sentence());
    }

    public static Finding passwordMissing() {
        return Finding.of("password-missing");
    }

    public static Finding credentials(Failure.CredentialsUnavailable f) {
        return Finding.of("credentials-unavailable", f.detail());
    }

    public static Finding transport(Failure.NoSuchTransport f) {
        return Finding.of("no-such-transport", f.transport());
    }

    public static Finding settings(Failure.BadSettings f) {
        return Finding.of("bad-settings", f.sentence());
    }

    public static Finding storage(Failure.LocalStorage f) {
        return Finding.of("local-storage", f.what(), f.detail());
    }
}
