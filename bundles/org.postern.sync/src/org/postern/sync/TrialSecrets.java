package org.postern.sync;

import org.postern.core.Secret;

import java.util.Objects;
import java.util.Optional;

/**
 * Secrets that were typed but not stored yet. Whoever made them closes them.
 *
 * @param login to log in with; empty uses the stored one
 * @param certificate of the client certificate; empty uses the stored one
 */
public record TrialSecrets(Optional<Secret> login, Optional<Secret> certificate) {

    /** Nothing was typed. */
    public static final TrialSecrets STORED = new TrialSecrets(Optional.empty(), Optional.empty());

    public TrialSecrets {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(certificate, "certificate");
    }
}
