package org.postern.diagnosis.scenarios;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Port;
import org.postern.core.Security;

import java.util.List;
import java.util.Optional;

/** Accounts that something is wrong with. */
final class Patient {

    /** What must never be seen in clear, nor in any text. */
    static final String USER = "ann.archer";

    private Patient() {}

    static Account imaps(int port) {
        return at("localhost", "imaps", port, Security.TLS);
    }

    static Account imap(int port) {
        return at("localhost", "imap", port, Security.NONE);
    }

    static Account imapStartTls(int port) {
        return at("localhost", "imap", port, Security.STARTTLS);
    }

    static Account pops(int port) {
        return at("localhost", "pops", port, Security.TLS);
    }

    static Account pop(int port) {
        return at("localhost", "pop", port, Security.NONE);
    }

    static Account popStartTls(int port) {
        return at("localhost", "pop", port, Security.STARTTLS);
    }

    static Account at(String host, String transport, int port, Security security) {
        return with(
                new ServerSettings(
                        transport,
                        host,
                        Optional.of(new Port(port)),
                        USER,
                        Authentication.PASSWORD,
                        security));
    }

    static Account with(ServerSettings settings) {
        return new Account(
                new AccountId("patient"), "Ann", List.of(), settings, SyncOptions.DEFAULT);
    }
}
