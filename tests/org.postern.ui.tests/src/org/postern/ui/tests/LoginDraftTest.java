package org.postern.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.postern.account.Authentication;
import org.postern.account.ClientCertificate;
import org.postern.account.ServerSettings;
import org.postern.core.Security;
import org.postern.security.PortPolicies;
import org.postern.ui.internal.settings.LoginDraft;
import org.postern.ui.internal.settings.ServerDraft;

import java.util.Optional;
import java.util.Set;

class LoginDraftTest {

    private static final ClientCertificate CARD =
            new ClientCertificate(ClientCertificate.Kind.PKCS11, "/lib/card.so", "mail");

    private final ServerDraft server =
            new ServerDraft(new FakeTransports(), PortPolicies.builtIn());
    private final LoginDraft draft = server.loginDraft();

    private static ServerSettings settings() {
        return new ServerSettings(
                FakeTransports.SAFE.id(),
                "mail.example.org",
                Optional.empty(),
                "ada",
                Authentication.TOKEN,
                Security.TLS,
                Set.of("CRAM-MD5", "X-LATER"),
                Optional.of(CARD));
    }

    @Test
    void keepsWhatItWasGiven() {
        server.take(settings());
        assertEquals(settings(), server.settings());
    }

    @Test
    void keepsOtherMechanismsWhenTheWeakOneGoes() {
        server.take(settings());
        draft.allowWeak(false);
        assertEquals(Set.of("X-LATER"), server.settings().mechanisms());
    }

    @Test
    void allowsNothingWeakByItself() {
        assertFalse(draft.weakAllowed());
        draft.allowWeak(true);
        assertEquals(Set.of("CRAM-MD5"), draft.mechanisms());
    }

    @Test
    void keepsTheAliasOnlyWhileThePlaceIsTheSame() {
        server.take(settings());
        draft.certificate(Optional.of(ClientCertificate.Kind.PKCS11), " /lib/card.so ");
        assertEquals(Optional.of(CARD), draft.certificate());
        draft.certificate(Optional.of(ClientCertificate.Kind.PKCS12), "mail.p12");
        assertEquals("", draft.certificate().orElseThrow().alias());
        draft.certificate(Optional.empty(), "mail.p12");
        assertTrue(draft.certificate().isEmpty());
    }

    @Test
    void missesACertificateThatIsToProveWhoSomebodyIs() {
        server.take(settings());
        draft.authentication(Authentication.CERTIFICATE);
        assertEquals(Optional.empty(), server.mistake());
        draft.certificate(Optional.empty(), "");
        assertEquals(Optional.of(ServerDraft.Mistake.NO_CERTIFICATE), server.mistake());
    }

    @Test
    void aCopyChangesNothing() {
        LoginDraft copy = draft.copy();
        copy.authentication(Authentication.TOKEN);
        assertEquals(Authentication.PASSWORD, draft.authentication());
        draft.take(copy);
        assertEquals(Authentication.TOKEN, draft.authentication());
    }
}
