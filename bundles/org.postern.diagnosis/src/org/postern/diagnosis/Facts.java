package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.Failure;
import org.postern.net.Observation;
import org.postern.net.Posture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a rule sees. Immutable; no secret is in it.
 *
 * @param account as it was tried
 * @param failure what ended the try; empty when it works, and a rule is then asked for warnings
 * @param observations what was seen on the way, in that order; empty when nobody looked on
 * @param siblings other ways to the server that were tried; empty before they were
 * @param posture what protects the connection; empty when it did not come so far
 * @param metBefore whether TLS has stood with this very server and port before
 * @param now by the clock of this machine
 * @param mends makes changes of settings
 */
public record Facts(
        Account account,
        Optional<Failure> failure,
        List<Observation> observations,
        List<Sibling> siblings,
        Optional<Posture> posture,
        boolean metBefore,
        Instant now,
        Mends mends) {

    public Facts {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(failure, "failure");
        observations = List.copyOf(observations);
        siblings = List.copyOf(siblings);
        Objects.requireNonNull(posture, "posture");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(mends, "mends");
    }

    /** The failure, when it is of that kind. */
    public <F extends Failure> Optional<F> failure(Class<F> kind) {
        return failure.filter(kind::isInstance).map(kind::cast);
    }

    /** What was seen of that kind, in order. */
    public <O extends Observation> Stream<O> seen(Class<O> kind) {
        return observations.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Whether other ways were tried. */
    public boolean surveyed() {
        return !siblings.isEmpty();
    }
}
