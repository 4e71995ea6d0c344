package org.postern.ui.internal;

import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.transport.ConnectionPlan;
import org.postern.ui.Services;

import java.util.Optional;

/** How an account is connected to by its settings, whether or not it is connected now. */
public final class Exposure {

    private Exposure() {}

    /** Whether mail and password travel readable, because the user wanted it so. */
    public static boolean of(Services services, Account account) {
        return plan(services, account)
                .filter(p -> p.endpoint().isPresent() && !p.security().isProtected())
                .isPresent();
    }

    /** Empty when the settings cannot be used. */
    public static Optional<ConnectionPlan> plan(Services services, Account account) {
        try {
            return Optional.of(
                    ConnectionPlan.of(account, services.transports(), services.portPolicies()));
        } catch (MailException unusable) {
            // The account's state says so, with a reason and a way out.
            return Optional.empty();
        }
    }
}
