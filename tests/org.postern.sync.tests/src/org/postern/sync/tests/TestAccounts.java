package org.postern.sync.tests;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Port;
import org.postern.core.Security;

import java.util.List;
import java.util.Optional;

/** Accounts that nothing happens to by itself. */
final class TestAccounts {

    static final SyncOptions BY_HAND =
            new SyncOptions(Optional.empty(), SyncOptions.Removal.NEVER, 14);

    private TestAccounts() {}

    static Account of(String id, String transport, Security security, Integer port) {
        return of(id, transport, security, port, BY_HAND);
    }

    static Account of(
            String id, String transport, Security security, Integer port, SyncOptions sync) {
        return new Account(
                new AccountId(id),
                id,
                List.of(),
                new ServerSettings(
                        transport,
                        "mail.example.org",
                        Optional.ofNullable(port).map(Port::new),
                        "zoe",
                        Authentication.PASSWORD,
                        security),
                sync);
    }

    /** Somebody's account at a port of this machine. */
    static Account at(int port, String transport, Security security, String user) {
        return new Account(
                Bench.A,
                transport + " " + security,
                List.of(),
                new ServerSettings(
                        transport,
                        "localhost",
                        Optional.of(new Port(port)),
                        user,
                        Authentication.PASSWORD,
                        security),
                BY_HAND);
    }
}
