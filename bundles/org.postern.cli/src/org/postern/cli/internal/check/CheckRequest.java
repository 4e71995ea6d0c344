package org.postern.cli.internal.check;

import org.postern.core.Secret;
import org.postern.core.Security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants to have checked.
 *
 * @param url as it was written
 * @param security empty means what the URL's scheme stands for
 * @param authorities a file of certificates that are trusted for this check alone
 * @param user who logs in; nobody does when it is empty
 * @param password there exactly when a user is; closed by whoever made the request
 * @param timeOut for each step; empty takes the usual ones
 */
record CheckRequest(
        String url,
        Optional<Security> security,
        Optional<Path> authorities,
        Optional<String> user,
        Optional<Secret> password,
        Optional<Duration> timeOut) {

    CheckRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(authorities, "authorities");
        Objects.requireNonNull(timeOut, "timeOut");
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("a user goes with a password");
        }
    }
}
