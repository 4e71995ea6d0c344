package org.postern.security.internal;

import org.postern.core.Port;
import org.postern.security.PortPolicy;
import org.postern.security.PortQuestion;
import org.postern.security.PortSwitch;

import java.util.Optional;

/**
 * The rule of the house: switching the security on or off replaces an empty port or the default of
 * the mode that was left by the default of the new mode; any other port is the user's and stays.
 *
 * <p>Both what the policies answer and what the transport declares count as the default that was
 * left: a company's policy may have come after the account.
 */
public final class DefaultPortPolicy implements PortPolicy {

    @Override
    public Optional<Port> defaultPort(PortQuestion question) {
        return question.declared();
    }

    @Override
    public Optional<Port> afterSwitch(PortSwitch change) {
        return follows(change) ? change.toDefault() : change.present();
    }

    private static boolean follows(PortSwitch change) {
        return change.present().isEmpty()
                || change.present().equals(change.fromDefault())
                || change.present().equals(change.from().declared());
    }
}
