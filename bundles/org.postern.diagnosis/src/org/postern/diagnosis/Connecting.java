package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.core.MailException;
import org.postern.core.Security;
import org.postern.net.Connector;

/**
 * Makes the connector for an account as everybody else would get it: one that shows the account's
 * client certificate and refuses less protection than was promised.
 */
@FunctionalInterface
public interface Connecting {

    /**
     * @param account whose connections
     * @param least what they must hold at least
     * @throws MailException when the account's client certificate cannot be used
     */
    Connector connector(Account account, Security least) throws MailException;
}
