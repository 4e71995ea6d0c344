package org.postern.diagnosis;

import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Failure;
import org.postern.core.Security;
import org.postern.security.PortPolicies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts about an account of the invented family. */
final class SomeFacts {

    private SomeFacts() {}

    static Facts of(Optional<Failure> failure) {
        ServerSettings settings =
                new ServerSettings(
                        FakeTransports.TLS.id(),
                        "mail.example.org",
                        Optional.empty(),
                        "ann",
                        Authentication.PASSWORD,
                        Security.TLS);
        return new Facts(
                new Account(new AccountId("a"), "Ann", List.of(), settings, SyncOptions.DEFAULT),
                failure,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Instant.parse("2026-11-24T10:00:00Z"),
                new Mends(settings, new FakeTransports(), PortPolicies.builtIn()));
    }
}
