package org.postern.diagnosis.internal;

import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.MailException;
import org.postern.core.Secret;
import org.postern.transport.OpenRequest;

/** Credentials that nobody gets. That they were asked for shows how far a connection came. */
final class Withheld implements OpenRequest.Credentials {

    private final AccountId account;
    private volatile boolean asked;

    Withheld(AccountId account) {
        this.account = account;
    }

    @Override
    public Secret secret() throws MailException {
        asked = true;
        throw new MailException(new Failure.PasswordMissing(account));
    }

    /** Whether everything before the login holds. */
    boolean asked() {
        return asked;
    }
}
