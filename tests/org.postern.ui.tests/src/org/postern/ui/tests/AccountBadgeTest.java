package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.account.Account;
import org.postern.account.Authentication;
import org.postern.account.ServerSettings;
import org.postern.account.SyncOptions;
import org.postern.core.AccountId;
import org.postern.core.Endpoint;
import org.postern.core.Failure;
import org.postern.core.Port;
import org.postern.core.Security;
import org.postern.diagnosis.Diagnosis;
import org.postern.net.Posture;
import org.postern.sync.AccountState;
import org.postern.ui.internal.folders.AccountBadge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AccountBadgeTest {

    private static final Endpoint SERVER = new Endpoint("mail.example.org", new Port(1100));
    private static final Account ADA =
            new Account(
                    new AccountId("ada"),
                    "Ada",
                    List.of(),
                    new ServerSettings(
                            "owl",
                            "mail.example.org",
                            Optional.empty(),
                            "ada",
                            Authentication.PASSWORD,
                            Security.NONE),
                    SyncOptions.DEFAULT);

    private static AccountBadge badge(AccountState state, boolean exposed) {
        Diagnosis why = new Diagnosis("x", "", "", "It is broken.", "", List.of(), List.of());
        return AccountBadge.of(ADA, state, exposed, (account, failure) -> why);
    }

    private static Posture posture(Posture.Trust trust) {
        return new Posture(
                Security.TLS,
                Optional.of("TLSv1.3"),
                Optional.of("A_CIPHER"),
                List.of(),
                trust,
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void theMarkOfAPlainAccountLastsInEveryState() {
        Failure refused = new Failure.Refused(SERVER);
        List<AccountState> states =
                List.of(
                        new AccountState.Idle(),
                        new AccountState.Connecting(),
                        new AccountState.Online(Optional.of(Posture.clear(List.of()))),
                        new AccountState.OfflineByUser(),
                        new AccountState.OfflineCannot(refused),
                        new AccountState.WaitingForPassword(refused),
                        new AccountState.WaitingForNetwork(refused, 1, Instant.EPOCH));
        for (AccountState state : states) {
            AccountBadge badge = badge(state, true);
            assertTrue(badge.text().contains("not protected"), badge.toString());
        }
    }

    @Test
    void aProtectedAccountHasNoSuchMark() {
        assertEquals("", badge(new AccountState.Idle(), false).text());
    }

    @Test
    void aPinnedServerHasAMarkOfItsOwn() {
        AccountState pinned = new AccountState.Online(Optional.of(posture(Posture.Trust.PIN)));
        assertEquals("lock-pinned", badge(pinned, false).icon());
        assertEquals("not confirmed by an authority", badge(pinned, false).text());
        AccountState sound = new AccountState.Online(Optional.of(posture(Posture.Trust.AUTHORITY)));
        assertEquals("lock-closed", badge(sound, false).icon());
    }
}
