package org.postern.diagnosis;

import org.postern.account.ServerSettings;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Security;

import java.util.Objects;

/**
 * Another way to the same server by the same protocol family, that was tried without credentials.
 *
 * @param settings the account's settings, changed to go this way through the port policies
 * @param endpoint where that goes to
 * @param security how it is protected
 * @param outcome what came of it
 */
public record Sibling(
        ServerSettings settings, Endpoint endpoint, Security security, Outcome outcome) {

    /** What came of a try. */
    public sealed interface Outcome {

        /** The server answers in the right protocol, protected as asked. */
        record Works() implements Outcome {}

        /** It does not. */
        record Fails(Failure failure) implements Outcome {}

        /** Nobody waited for the end. */
        record Unknown() implements Outcome {}
    }

    public Sibling {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Whether the account would come as far as the login this way. */
    public boolean works() {
        return outcome instanceof Outcome.Works;
    }
}
