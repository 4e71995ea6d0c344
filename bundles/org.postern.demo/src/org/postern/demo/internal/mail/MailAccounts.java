package org.postern.demo.internal.mail;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The users of the server. */
public final class MailAccounts {
    private final Map<String, MailAccount> byUser = new TreeMap<>();

    public MailAccount add(String user) {
        MailAccount account = new MailAccount(user);
        byUser.put(user, account);
        return account;
    }

    public Optional<MailAccount> find(String user) {
        return Optional.ofNullable(byUser.get(user));
    }

    /** The account, if the password is the user's. */
    public Optional<MailAccount> login(String user, byte[] password) {
        return find(user).filter(account -> account.accepts(password));
    }
}
